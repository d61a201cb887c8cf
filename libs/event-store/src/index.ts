export * from './port.js';
export * from './decider.js';
