/** How our adapters reach a MongoDB server: what acknowledged means, how long to wait, which faults pass. */
export type * from './patience.js';
export * from './server.js';
export * from './faults.js';
export * from './until-seen.js';
export * from './walk.js';
