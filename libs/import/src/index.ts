export * from './fault.js';
export * from './limits.js';
export * from './decode/decode.js';
