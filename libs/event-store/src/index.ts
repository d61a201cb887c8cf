export * from './port.js';
export * from './decider.js';
export * from './clock.js';
export * from './faults.js';
export * from './open.js';
export * from './command-handler.js';
