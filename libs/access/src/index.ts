export * from './actor.js';
export * from './can.js';
export { actions, reachOf, tableAsText, type Action, type Reach } from './table.js';
