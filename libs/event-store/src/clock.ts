import type { Instant } from '@masar/contracts';

/**
 * The clock of a store, as data, so that it can cross to the writer's thread: the machine's own; the machine's moved by
 * so many milliseconds (`MASAR_TODAY`); or standing still at an instant until it is set again (tests, demonstration data).
 */
export type StoreClock =
  | { readonly kind: 'machine' }
  | { readonly kind: 'offset'; readonly offsetMs: number }
  | { readonly kind: 'fixed'; readonly at: Instant };

export const machineClock: StoreClock = { kind: 'machine' };

/** The text of the millisecond read last: many are asked within one, and writing it costs more than reading the clock. */
let last = { at: Number.NaN, text: '' };

const textOf = (at: number): Instant => {
  if (at !== last.at) last = { at, text: new Date(at).toISOString() };
  return last.text;
};

/** UTC with milliseconds, so that text order is time order. */
export const readClock = (clock: StoreClock): Instant => {
  if (clock.kind === 'fixed') return textOf(Date.parse(clock.at));
  return textOf(Date.now() + (clock.kind === 'offset' ? clock.offsetMs : 0));
};
