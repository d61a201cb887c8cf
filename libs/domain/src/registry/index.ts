export type * from './registry-command.js';
export * from './entity.js';
export { zoneOfJurisdiction } from './jurisdiction-zones.js';
export * from './calendar.js';
export * from './law-path.js';
