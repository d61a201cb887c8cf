/** The published language: words and values, facts, their envelope, reasons to refuse, what reporting answers. Bodies of commands stand apart (`@masar/contracts/bodies`). */
export * from './scalars.js';
export { latinDate, latinDigits } from './digits.js';
export { readable, unreadableIn } from './text/unreadable.js';
export { guardedCell, sheetCell, unguardedCell } from './text/cell-text.js';
export * from './same-value.js';
export * from './vocabulary.js';
export * from './actor.js';
export * from './target.js';
export * from './law-path.js';
export * from './evidence.js';
export * from './commitment.js';

export * from './events/catalogue.js';
export * from './events/meanings.js';
export * from './events/validate.js';
export * from './events/upcast.js';
export { fileReason, sourceReason } from './events/initiative.events.js';
export * from './correctable-fields.js';

export * from './envelope/recorded-event.js';
export * from './envelope/cloud-event.js';

export * from './refusal-codes.js';
export * from './http/media.js';
export * from './http/timeline.js';
export * from './http/calendar-change.js';
export * from './http/initiative-links.js';
export * from './http/portfolio.js';
export * from './http/inbox.js';
