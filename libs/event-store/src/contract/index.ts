export * from './event-store.contract.js';
export * from './sqlite-subjects.js';
export * from './sample-events.js';
