export * from './port.js';
export * from './decider.js';
export * from './clock.js';
export * from './faults.js';
export * from './open.js';
export * from './command-handler.js';
export * from './maintenance.js';
export { defaultSealKeyFile } from './seal/seal-key.js';
export { decideTogether, type Step } from './decide-together.js';
