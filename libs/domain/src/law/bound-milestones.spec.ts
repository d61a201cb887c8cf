import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { egyptianStages, law } from '../testing/initiatives.js';
import { lead, reviewer, source } from '../testing/voices.js';
import type { Initiative } from '../initiative/state.js';

const title = { en: 'Plenary debate' };
const plan = { milestone: 'm-1', title, target: '2026-04-01', stage: 'plenary', key: true };
const bound = law.after(
  lead('2026-01-04', 'PlanMilestone', plan),
  lead('2026-02-01', 'EnterStage', { stage: 'committee' }),
);
const debated = bound.after(lead('2026-03-01', 'EnterStage', { stage: 'plenary' }));
const milestone = (state: unknown, id = 'm-1') => (state as Initiative).milestones[id];

describe('a milestone bound to a stage', () => {
  it('names a stage of the path', () =>
    law
      .when(lead('2026-01-04', 'PlanMilestone', { ...plan, stage: 'fnc' }))
      .thenRefused('law/stage-unknown', { stage: 'fnc', allowed: egyptianStages }));

  it('is reached by entering it, in the same commit', () =>
    bound
      .when(lead('2026-03-01', 'EnterStage', { stage: 'plenary' }))
      .thenFacts(
        event('law.stage-entered.v1', { happenedOn: '2026-03-01', stage: 'plenary', visit: 1 }),
        event('milestone.reached.v1', { happenedOn: '2026-03-01', milestone: 'm-1', evidence: [] }),
      ));

  it('is never reached by hand', () =>
    bound
      .when(lead('2026-03-01', 'ReachMilestone', { milestone: 'm-1' }))
      .thenRefused('milestone/bound-to-stage', { stage: 'plenary' }));

  it('is reached at once when the law has been there already', () =>
    bound
      .when(lead('2026-03-05', 'PlanMilestone', { ...plan, milestone: 'm-2', stage: 'committee' }))
      .thenState((state) =>
        expect(milestone(state, 'm-2')).toMatchObject({ status: 'reached', reachedOn: '2026-02-01' }),
      ));

  it('is not reached again by a second visit, unless it was reopened', () => {
    const back = debated.after(lead('2026-03-05', 'EnterStage', { stage: 'committee' }));
    back
      .when(lead('2026-03-10', 'EnterStage', { stage: 'plenary' }))
      .thenFacts(event('law.stage-entered.v1', { happenedOn: '2026-03-10', stage: 'plenary', visit: 2 }));
    back
      .after(reviewer('2026-03-06', 'ReopenMilestone', { milestone: 'm-1', reason: 'sent back' }))
      .when(lead('2026-03-10', 'EnterStage', { stage: 'plenary' }))
      .thenState((state) => expect(milestone(state)).toMatchObject({ status: 'reached', reachedOn: '2026-03-10' }));
  });
});

describe('a stage entry corrected', () => {
  const correct = (field: 'on' | 'stage', to: string) =>
    lead('2026-03-02', 'RequestCorrection', { correction: 'k-1', version: 4, field, to, reason: 'typed wrong' });
  it('takes its bound milestones along', () => {
    const version = debated.events.find(
      ({ type, data }) => type === 'law.stage-entered.v1' && data['stage'] === 'plenary',
    );
    expect(version?.version).toBe(4);
    debated.when(correct('on', '2026-02-25')).thenFacts(
      event('entry.corrected.v1', {
        happenedOn: '2026-03-02',
        corrects: 4,
        field: 'on',
        from: '2026-03-01',
        to: '2026-02-25',
        reason: 'typed wrong',
        correction: 'k-1',
      }),
      event('entry.corrected.v1', {
        happenedOn: '2026-03-02',
        corrects: 5,
        field: 'on',
        from: '2026-03-01',
        to: '2026-02-25',
        reason: 'typed wrong',
      }),
    );
  });
  it('to another stage reopens what was bound to the wrong one', () =>
    debated
      .when(correct('stage', 'state-council'))
      .thenState((state) => expect(milestone(state)).toMatchObject({ status: 'reopened' })));
  it('never to a stage or a day the path and the order do not allow', () => {
    debated.when(correct('stage', 'gazette')).thenRefused('law/stage-not-allowed', { at: 'stages/2' });
    debated.when(correct('stage', 'fnc')).thenRefused('law/stage-unknown', { allowed: egyptianStages });
    debated.when(correct('on', '2026-01-31')).thenRefused('date/out-of-order', { at: 'stages/2' });
  });
});

describe('the day a bound milestone was reached', () => {
  const correct = (version: number, speaker = lead) =>
    speaker('2026-03-05', 'RequestCorrection', {
      correction: 'k-1',
      version,
      field: 'on',
      to: '2026-02-25',
      reason: 'typed wrong',
    });
  it('is the day its stage was entered: it is corrected there, whoever asks', () => {
    const instead = { field: 'on', stage: 'plenary', instead: 4 };
    debated.when(correct(5)).thenRefused('correction/field-not-correctable', instead);
    debated.when(correct(5, source)).thenRefused('correction/field-not-correctable', instead);
  });
  it('also where the law had been there before the milestone was planned', () =>
    debated
      .after(lead('2026-03-05', 'PlanMilestone', { ...plan, milestone: 'm-2', stage: 'committee' }))
      .when(correct(7))
      .thenRefused('correction/field-not-correctable', { stage: 'committee', instead: 3 }));
});

describe('a target after a stage of the same law', () => {
  it('resolves by entering it', () =>
    bound
      .after(
        lead('2026-02-02', 'PlanMilestone', {
          milestone: 'm-3',
          title,
          target: { after: 'laws/L-7/stages/committee', days: 10 },
        }),
      )
      .when(lead('2026-02-02', 'MoveTarget', { milestone: 'm-3', to: '2026-02-12', reason: 'r' }))
      .thenState((state) => expect(milestone(state, 'm-3')?.current.promise).toBe('2026-02-12')));
  it('resolves by its first visit: a later one does not make it happen anew', () =>
    debated
      .after(
        lead('2026-03-05', 'EnterStage', { stage: 'committee' }),
        lead('2026-03-06', 'PlanMilestone', {
          milestone: 'm-3',
          title,
          target: { after: 'laws/L-7/stages/committee', days: 30 },
        }),
      )
      .when(lead('2026-03-06', 'MoveTarget', { milestone: 'm-3', to: '2026-04-02', reason: 'r' }))
      .thenRefused('target/beyond-allowance'));
  it('names a stage of the path', () =>
    bound
      .when(
        lead('2026-02-02', 'PlanMilestone', {
          milestone: 'm-3',
          title,
          target: { after: 'laws/L-7/stages/fnc', days: 10 },
        }),
      )
      .thenRefused('milestone/unknown-dependency'));
});
