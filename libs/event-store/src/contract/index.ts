export * from './event-store.contract.js';
export * from './sqlite-subjects.js';
export * from './mongo-subjects.js';
export * from './sample-events.js';
export * from './tally-decider.js';
export * from './killed-writer.contract.js';
export * from './pending-commits.contract.js';
export * from './leases.contract.js';
