export * from './port.js';
export * from './history.js';
