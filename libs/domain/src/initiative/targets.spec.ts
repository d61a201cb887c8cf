import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import type { TargetPromise } from '@masar/contracts';
import { planned, project } from '../testing/initiatives.js';
import { lead, member, onlyAdministrator, otherReviewer, reviewer, source, voice } from '../testing/voices.js';
import type { Initiative } from './state.js';

const title = { en: 'Design' };
const move = (to: TargetPromise, on = '2026-02-10') =>
  lead(on, 'MoveTarget', { milestone: 'm-1', to, reason: 'weather' });
const ask = (to: TargetPromise, change = 'c-1') =>
  lead('2026-02-10', 'RequestTargetChange', { milestone: 'm-1', change, to, reason: 'tender' });
const of = { milestone: 'm-1', change: 'c-1' };
const milestone = (state: unknown, id = 'm-1') => (state as Initiative).milestones[id];
const asked = planned.after(ask('2026-05-01'));

describe('a first target', () => {
  const without = project.after(
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: { absent: 'not-yet-planned' } }),
  );
  it('of a milestone that had none is its original one', () =>
    without
      .when(lead('2026-02-05', 'SetTarget', { milestone: 'm-1', to: '2026-04-01' }))
      .thenState((state) => expect(milestone(state)?.original).toEqual({ promise: '2026-04-01', version: 4 })));
  it('is set, not moved and not asked for', () => {
    without.when(move('2026-04-01')).thenRefused('target/not-set');
    without.when(ask('2026-04-01')).thenRefused('target/not-set');
  });
  it('is set once', () =>
    planned
      .when(lead('2026-02-05', 'SetTarget', { milestone: 'm-1', to: '2026-04-01' }))
      .thenRefused('target/already-set'));
});

describe('the lead moves a working milestone', () => {
  it('by ten working days of its party, with a reason', () =>
    // Sunday 03-01 and ten Egyptian working days: Sunday 03-15.
    planned.when(move('2026-03-15')).thenFacts(
      event('milestone.target-moved.v1', {
        happenedOn: '2026-02-10',
        milestone: 'm-1',
        from: '2026-03-01',
        to: '2026-03-15',
        reason: 'weather',
      }),
    ));
  it('not by eleven', () =>
    planned.when(move('2026-03-16')).thenRefused('target/beyond-allowance', { workingDays: 11, allowance: 10 }));
  it('not by eleven earlier', () =>
    planned.when(move('2026-02-12')).thenRefused('target/beyond-allowance', { workingDays: -11 }));
  it('ten in all, counted from the original target', () =>
    planned.after(move('2026-03-10')).when(move('2026-03-16', '2026-02-11')).thenRefused('target/beyond-allowance'));
  it('and back again', () =>
    planned
      .after(move('2026-03-15'))
      .when(move('2026-02-16', '2026-02-11'))
      .thenState((state) =>
        expect(milestone(state)).toMatchObject({
          original: { promise: '2026-03-01' },
          current: { promise: '2026-02-16' },
        }),
      ));
  it('in the calendar of the milestone, not of the owner', () =>
    // The UAE works Fridays until noon no longer: Saturday and Sunday are off, so 03-13 is the tenth day from 03-01.
    project
      .after(
        lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: '2026-03-01', party: 'entity:economy' }),
      )
      .when(move('2026-03-16'))
      .thenRefused('target/beyond-allowance', { workingDays: 11 }));
  it('never a key one', () =>
    project
      .after(lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: '2026-03-01', key: true }))
      .when(move('2026-03-02'))
      .thenRefused('target/key-milestone'));
  it('to somewhere else', () => planned.when(move('2026-03-01')).thenRefused('target/unchanged'));
});

describe('a relative promise', () => {
  const relative = planned.after(
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: { after: 'm-1', days: 30 } }),
  );
  const moveSecond = (to: TargetPromise, dateOf?: (reference: string) => string | undefined) =>
    voice({ user: 'layla', roles: ['lead'], entity: 'education' }, dateOf ? { dateOf } : {})(
      '2026-03-10',
      'MoveTarget',
      { milestone: 'm-2', to, reason: 'r' },
    );

  it('has no date to move from before its anchor happens', () =>
    relative.when(moveSecond('2026-04-06')).thenRefused('target/unresolved'));
  it('counts the allowance from its resolution', () => {
    const resolved = relative.after(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }));
    // Resolved on Sunday 04-05; ten working days on (Sham el-Nessim, 04-13, is off): Monday 04-20.
    resolved
      .when(moveSecond('2026-04-06'))
      .thenState((state) => expect(milestone(state, 'm-2')?.current.promise).toBe('2026-04-06'));
    resolved.when(moveSecond('2026-05-20')).thenRefused('target/beyond-allowance');
  });
  it('resolves on the start, in months clamped to their end', () =>
    project
      .after(lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: { after: 'start', months: 1 } }))
      .when(moveSecond('2026-03-02'))
      .thenState((state) => expect(milestone(state, 'm-2')?.current.promise).toBe('2026-03-02')));
  it('resolves on what the edge knows of others, in working days where it says so', () => {
    const onLaw = project.after(
      lead('2026-02-01', 'PlanMilestone', {
        milestone: 'm-2',
        title,
        target: { after: 'laws/L-7/stages/gazette', days: 5, working: true },
      }),
    );
    onLaw.when(moveSecond('2026-03-09')).thenRefused('target/unresolved');
    onLaw
      .when(
        moveSecond('2026-03-09', (reference) => (reference === 'laws/L-7/stages/gazette' ? '2026-03-01' : undefined)),
      )
      .thenFacts(
        event('milestone.target-moved.v1', {
          happenedOn: '2026-03-10',
          milestone: 'm-2',
          from: { after: 'laws/L-7/stages/gazette', days: 5, working: true },
          to: '2026-03-09',
          reason: 'r',
        }),
      );
  });
});

describe('a date decided by a source', () => {
  it('is recorded as the source decided, whatever the allowance, key or not, reached or not', () =>
    planned
      .after(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }))
      .when(source('2026-03-31', 'MoveTarget', { milestone: 'm-1', to: '2027-03-01', reason: 'snapshot' }))
      .thenFacts(
        event('milestone.target-moved.v1', {
          happenedOn: '2026-03-31',
          milestone: 'm-1',
          from: '2026-03-01',
          to: '2027-03-01',
          reason: 'source',
        }),
      ));
});

describe('a request for another date', () => {
  it('is made once at a time', () =>
    asked.when(ask('2026-06-01', 'c-2')).thenRefused('target-change/undecided', { change: 'c-1' }));
  it('asks for something else, of an open milestone', () => {
    planned.when(ask('2026-03-01')).thenRefused('target/unchanged');
    planned
      .after(lead('2026-02-05', 'ReachMilestone', { milestone: 'm-1' }))
      .when(ask('2026-05-01'))
      .thenRefused('milestone/already-reached');
  });

  it('is approved by another: the promise in force changes, the original does not', () =>
    asked
      .after(reviewer('2026-02-15', 'ApproveTargetChange', of))
      .when(lead('2026-02-16', 'DescribeMilestone', { milestone: 'm-1', weight: 2 }))
      .thenState((state) =>
        expect(milestone(state)).toMatchObject({
          original: { promise: '2026-03-01' },
          current: { promise: '2026-05-01' },
        }),
      ));
  it.each(['ApproveTargetChange', 'RejectTargetChange', 'ReturnTargetChange'] as const)(
    'is never decided by who asked (%s), save the only account',
    (type) => {
      asked.when(lead('2026-02-15', type, of)).thenRefused('target-change/own-request');
      planned
        .after(onlyAdministrator('2026-02-10', 'RequestTargetChange', { ...of, to: '2026-05-01', reason: 'r' }))
        .when(onlyAdministrator('2026-02-15', type, of))
        .thenState(() => undefined);
    },
  );
  it('is not decided by a reviewer of the owner', () =>
    asked
      .when(voice({ user: 'omar', roles: ['reviewer'], entity: 'education' })('2026-02-15', 'ApproveTargetChange', of))
      .thenRefused('access/four-eyes'));
  it('is decided once, and then another may be made', () => {
    const rejected = asked.after(reviewer('2026-02-15', 'RejectTargetChange', { ...of, reason: 'no' }));
    rejected.when(otherReviewer('2026-02-16', 'ApproveTargetChange', of)).thenRefused('target-change/decided');
    rejected
      .when(ask('2026-06-01', 'c-2'))
      .thenState((state) => expect(Object.keys(milestone(state)?.changes ?? {})).toHaveLength(2));
    rejected.when(ask('2026-06-01', 'c-1')).thenRefused('target-change/exists');
  });
  it('is not decided before it was made', () =>
    asked
      .when(reviewer('2026-02-15', 'ApproveTargetChange', { ...of, on: '2026-02-09' }))
      .thenRefused('date/out-of-order'));
  it('is not approved when the target moved meanwhile', () =>
    asked
      .after(move('2026-03-03', '2026-02-12'))
      .when(reviewer('2026-02-15', 'ApproveTargetChange', of))
      .thenRefused('target-change/target-moved', { from: '2026-03-01', current: '2026-03-03' }));
  it('is not approved when others would now hang on it in a circle', () =>
    project
      .after(
        lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: '2026-05-01' }),
        lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: '2026-03-01' }),
        ask({ after: 'm-2', days: 3 }),
        lead('2026-02-11', 'SetDependencies', { milestone: 'm-2', dependsOn: ['m-1'] }),
      )
      .when(reviewer('2026-02-15', 'ApproveTargetChange', of))
      .thenRefused('milestone/cycle'));
  it('lapses when the milestone is reached or cancelled', () => {
    for (const closing of [
      lead('2026-02-12', 'ReachMilestone', { milestone: 'm-1' }),
      lead('2026-02-12', 'CancelMilestone', { milestone: 'm-1', reason: 'r' }),
    ])
      asked
        .after(closing)
        .when(reviewer('2026-02-15', 'ApproveTargetChange', of))
        .thenRefused('target-change/decided', { status: 'lapsed' });
  });
  it('is withdrawn by who asked', () => {
    asked
      .when(member('2026-02-12', 'WithdrawTargetChange', of))
      .thenRefused('target-change/not-requester', { requester: 'layla' });
    asked
      .when(lead('2026-02-12', 'WithdrawTargetChange', of))
      .thenFacts(event('milestone.target-change-withdrawn.v1', { happenedOn: '2026-02-12', ...of }));
  });
  it('is unknown where there is none', () =>
    planned.when(reviewer('2026-02-15', 'ApproveTargetChange', of)).thenRefused('target-change/unknown'));
});
