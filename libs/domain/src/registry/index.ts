export type * from './registry-command.js';
export * from './entity.js';
export * from './calendar.js';
export * from './law-path.js';
