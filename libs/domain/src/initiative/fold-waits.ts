import type { LocalDate } from '@masar/contracts';
import { find, mapById, put } from './by-id.js';
import type { Folds } from './kind-rules.js';
import { closedOn } from './milestone-state.js';
import type { Initiative, Wait } from './state.js';

const endWaits = (
  initiative: Initiative,
  on: LocalDate,
  endedBy: 'milestone' | 'initiative',
  concerned: (wait: Wait) => boolean,
): Initiative => ({
  ...initiative,
  waits: mapById(initiative.waits, (wait) =>
    wait.status === 'open' && concerned(wait)
      ? { ...wait, status: 'ended' as const, endedOn: on < wait.since ? wait.since : on, endedBy }
      : wait,
  ),
});

/** Open waits that name a milestone end by themselves when it is reached or cancelled (definitions §3). */
export const endWaitsOf = (initiative: Initiative, milestone: string, on: LocalDate): Initiative =>
  endWaits(initiative, on, 'milestone', (wait) => wait.milestone === milestone);

/** The initiative is over: nothing waits any more. */
export const ended = (initiative: Initiative, status: 'complete' | 'cancelled', on: LocalDate): Initiative =>
  endWaits({ ...initiative, status, endedOn: on }, on, 'initiative', () => true);

export const waitFolds: Folds = {
  'wait.began.v1': (initiative, { data }) => {
    const { wait: id, party, happenedOn: since, milestone } = data;
    const begun: Wait = { status: 'open', party, since, ...(milestone && { milestone }) };
    const known = { ...initiative, waits: put(initiative.waits, id, begun) };
    const named = milestone === undefined ? undefined : find(initiative.milestones, milestone);
    const over = named && closedOn(named);
    return milestone !== undefined && over !== undefined ? endWaitsOf(known, milestone, over) : known;
  },
  'wait.ended.v1': (initiative, { data }) => {
    const wait = find(initiative.waits, data.wait);
    if (!wait) return initiative;
    const over: Wait = { ...wait, status: 'ended', endedOn: data.happenedOn, endedBy: 'hand' };
    return { ...initiative, waits: put(initiative.waits, data.wait, over) };
  },
};
