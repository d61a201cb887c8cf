export * from './port.js';
export * from './broker-port.js';
export * from './topics.js';
export * from './open.js';
export * from './log-follower.js';
