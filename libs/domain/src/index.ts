export * from './command-context.js';
export * from './initiative/commands.js';
