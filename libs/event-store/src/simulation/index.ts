export * from './fault-simulation.js';
export * from './kill-rounds.js';
