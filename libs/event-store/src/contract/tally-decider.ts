import { refuse, type AnyRecordedEvent, type DomainEvent } from '@masar/contracts';
import type { Decider } from '../decider.js';
import { forecastNumber } from './sample-events.js';

export interface Tally {
  readonly count: number;
  readonly recordedAt: readonly string[];
}

/** `add` states so many facts (none: nothing changes) unless the tally would pass `atMost`. */
export interface Add {
  readonly add: number;
  readonly atMost?: number;
}

/** The smallest rule book that can state, refuse and change nothing. */
export const tallyDecider: Decider<Tally, Add> = {
  name: 'tally',
  version: 1,
  initial: { count: 0, recordedAt: [] },
  evolve: (state, event: AnyRecordedEvent) => ({
    count: state.count + 1,
    recordedAt: [...state.recordedAt, event.recordedAt].slice(-3),
  }),
  decide: (state, { add, atMost = Infinity }): readonly DomainEvent[] => {
    if (state.count + add > atMost) refuse('milestone/already-reached', { count: state.count });
    return Array.from({ length: add }, (_, index) => forecastNumber(state.count + 1 + index));
  },
};
