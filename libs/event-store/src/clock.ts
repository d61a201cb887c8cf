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

/** UTC with milliseconds, so that text order is time order. */
export const readClock = (clock: StoreClock): Instant => {
  if (clock.kind === 'fixed') return new Date(clock.at).toISOString();
  return new Date(Date.now() + (clock.kind === 'offset' ? clock.offsetMs : 0)).toISOString();
};
