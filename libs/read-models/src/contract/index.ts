export * from './read-models.contract.js';
export * from './history.contract.js';
export * from './sample-history.js';
export * from './mongo-subjects.js';
