export * from './platform/index.js';
export * from './sessions/index.js';
export * from './registry/index.js';
export * from './initiatives/index.js';
export * from './batch/index.js';
export * from './reporting/index.js';
export * from './reporting/index.js';
export * from './imports/index.js';
