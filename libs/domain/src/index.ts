export * from './command-context.js';
export * from './initiative/commands.js';
export * from './registry/index.js';
