export * from './command-context.js';
