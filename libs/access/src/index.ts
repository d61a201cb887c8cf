export type { Actor } from '@masar/contracts';
export * from './subject.js';
export * from './reach.js';
export * from './apart.js';
export type { FourEyes, Row } from './row.js';
export * from './seeing.js';
export * from './can.js';
export * from './speaking.js';
export { actions, reachOf, rowOf, tableAsText, type Action } from './table.js';
