export * from './port.js';
export * from './open.js';
