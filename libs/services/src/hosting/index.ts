export * from './command-side.js';
export * from './open-service.js';
export * from './reporting-side.js';
