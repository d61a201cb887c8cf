export * from './port.js';
export * from './history.js';
export * from './reporting-store.js';
export * from './faults.js';
export * from './open.js';
