export * from './command-side.js';
export * from './open-service.js';
