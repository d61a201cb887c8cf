export * from './tokens.js';
export * from './command-bus.js';
