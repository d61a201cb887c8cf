export * from './scalars.js';
export * from './vocabulary.js';
export * from './target.js';
export * from './law-path.js';
export * from './evidence.js';
export * from './events/catalogue.js';
export { sourceReason } from './events/initiative.events.js';
export * from './envelope/recorded-event.js';
export * from './refusal-codes.js';
