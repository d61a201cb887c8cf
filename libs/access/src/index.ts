export type { Actor } from '@masar/contracts';
export * from './subject.js';
export * from './can.js';
export { actions, reachOf, tableAsText, type Action, type Reach } from './table.js';
