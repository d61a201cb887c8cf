/** What specs and figures put in the place of a store and of reporting; needs no test runner. */
export * from './certificate.js';
export * from './pending-in-memory.js';
export * from './log-under-test.js';
export * from './sample-commits.js';
