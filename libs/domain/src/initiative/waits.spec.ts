import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { planned, project } from '../testing/initiatives.js';
import { lead, member, source } from '../testing/voices.js';
import type { Initiative, InitiativeState } from './state.js';

const onFinance = { wait: 'w-1', party: 'entity:finance', reason: 'funding', since: '2026-02-05' } as const;
const waiting = planned.after(member('2026-02-10', 'BeginWait', onFinance));
const waitOf = (state: InitiativeState) => (state as Initiative).waits['w-1'];

describe('a wait begins', () => {
  it('on its own business date, whatever day it is typed', () =>
    project.when(member('2026-04-10', 'BeginWait', { ...onFinance, since: '2026-03-20', note: 'no letter' })).thenFacts(
      event('wait.began.v1', {
        happenedOn: '2026-03-20',
        wait: 'w-1',
        party: 'entity:finance',
        reason: 'funding',
        note: 'no letter',
      }),
    ));

  it.each([
    ['in the future', { since: '2026-02-11' }, 'date/in-future'],
    ['before the initiative, where the ledger has no days', { since: '2026-01-31' }, 'date/before-start'],
    ['on a body nobody registered', { party: 'entity:fisheries' }, 'initiative/unknown-party'],
    ['on a partner nobody registered', { party: 'partner:acme' }, 'initiative/unknown-party'],
    ['for a milestone that is not there', { milestone: 'm-9' }, 'milestone/unknown'],
    ['on a day that does not exist', { since: '2026-02-30' }, 'date/not-a-date'],
  ])('not %s', (_, fields, code) =>
    planned.when(member('2026-02-10', 'BeginWait', { ...onFinance, ...fields })).thenRefused(code),
  );

  it('before the start when a source says so', () =>
    project
      .when(source('2026-02-10', 'BeginWait', { ...onFinance, since: '2025-12-01' }))
      .thenState((state) => expect(waitOf(state)).toMatchObject({ since: '2025-12-01', status: 'open' })));

  it('under an id of its own', () =>
    waiting.when(member('2026-02-11', 'BeginWait', onFinance)).thenRefused('wait/exists'));
});

describe('a wait ends', () => {
  it('by hand, and then is neither affirmed nor ended again', () => {
    const over = waiting.after(member('2026-02-20', 'EndWait', { wait: 'w-1' }));
    over.when(member('2026-02-21', 'EndWait', { wait: 'w-1' })).thenRefused('wait/ended', { on: '2026-02-20' });
    over.when(member('2026-02-21', 'AffirmWait', { wait: 'w-1' })).thenRefused('wait/ended', { by: 'hand' });
  });
  it('never before it began, not even for a source', () => {
    waiting.when(member('2026-02-20', 'EndWait', { wait: 'w-1', on: '2026-02-04' })).thenRefused('date/out-of-order');
    waiting.when(source('2026-02-20', 'EndWait', { wait: 'w-1', on: '2026-02-04' })).thenRefused('date/out-of-order');
  });
  it('on the day it began: a wait of no days', () =>
    waiting
      .when(member('2026-02-20', 'EndWait', { wait: 'w-1', on: '2026-02-05' }))
      .thenFacts(event('wait.ended.v1', { happenedOn: '2026-02-05', wait: 'w-1' })));
  it('not in the future, and only where it is', () => {
    waiting.when(member('2026-02-20', 'EndWait', { wait: 'w-1', on: '2026-02-21' })).thenRefused('date/in-future');
    waiting.when(member('2026-02-20', 'EndWait', { wait: 'w-7' })).thenRefused('wait/unknown');
  });
  it('by itself when its milestone is reached or cancelled: no event says so', () => {
    const named = planned.after(member('2026-02-10', 'BeginWait', { ...onFinance, milestone: 'm-1' }));
    for (const closing of [
      lead('2026-02-12', 'ReachMilestone', { milestone: 'm-1' }),
      lead('2026-02-12', 'CancelMilestone', { milestone: 'm-1', reason: 'r' }),
    ]) {
      const closed = named.after(closing);
      expect(closed.events).toHaveLength(named.events.length + 1);
      closed
        .when(member('2026-02-21', 'EndWait', { wait: 'w-1' }))
        .thenRefused('wait/ended', { on: '2026-02-12', by: 'milestone' });
    }
  });
  it('by itself when the initiative ends', () =>
    waiting
      .when(lead('2026-02-12', 'CompleteInitiative', {}))
      .thenState((state) =>
        expect(waitOf(state)).toMatchObject({ status: 'ended', endedOn: '2026-02-12', endedBy: 'initiative' }),
      ));
});

describe('a wait typed after its milestone closed', () => {
  const reached = planned.after(lead('2026-02-20', 'ReachMilestone', { milestone: 'm-1' }));
  it('ended with the milestone when it began before that', () =>
    reached
      .when(member('2026-02-25', 'BeginWait', { ...onFinance, milestone: 'm-1' }))
      .thenState((state) => expect(waitOf(state)).toMatchObject({ status: 'ended', endedOn: '2026-02-20' })));
  it('is refused when it would have begun later', () =>
    reached
      .when(member('2026-02-25', 'BeginWait', { ...onFinance, since: '2026-02-20', milestone: 'm-1' }))
      .thenRefused('milestone/already-reached'));
});
