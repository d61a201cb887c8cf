import { describe, expect, it } from '@jest/globals';
import { corrected, entered, milestone, planned, registeredLaw, type Minute } from '../testing/history.js';
import { milestoneOf, timeline } from '../testing/minutes.js';

const draft = entered('ministry-draft', '2026-01-04');

describe('the stages of a law', () => {
  it('are visits: going back opens a new one, days are those of each', () => {
    const minutes = [
      registeredLaw(),
      entered('committee', '2026-02-01'),
      entered('plenary', '2026-02-11'),
      entered('committee', '2026-02-21', { visit: 2, returned: { reason: 'article 4' } }),
    ];
    expect(timeline(minutes, '2026-03-01').stages).toMatchObject([
      { stage: 'committee', visit: 1, from: '2026-02-01', to: '2026-02-11', days: 10, party: 'legislature' },
      { stage: 'plenary', visit: 1, days: 10 },
      { stage: 'committee', visit: 2, from: '2026-02-21', to: null, days: 8, returned: 'article 4' },
    ]);
  });
  it('a publication names when the law enters into force, by the path where it says nothing', () => {
    const published = entered('published', '2026-07-02', { issue: '26', number: '114' });
    const minutes = [registeredLaw(), draft, published];
    const stage = (history: readonly Minute[]) => timeline(history, '2026-07-10').stages.at(-1);
    expect(stage(minutes)).toMatchObject({ issue: '26', number: '114', inForceOn: '2026-08-02' });
    expect(
      stage([registeredLaw(), draft, entered('published', '2026-07-02', { inForceOn: '2026-07-03' })]),
    ).toMatchObject({
      inForceOn: '2026-07-03',
    });
    const byRule = entered('published', '2026-07-02', { inForceOn: '2026-08-02' });
    const moved = corrected(3, 'on', '2026-07-02', '2026-07-05', '2026-07-08');
    expect(stage([registeredLaw(), draft, byRule, moved])).toMatchObject({
      from: '2026-07-05',
      inForceOn: '2026-08-05',
    });
  });
  it('begin a law without a given start, and its outcome ends it', () => {
    const outcome: Minute = ['law.outcome-recorded', '2026-03-05', { outcome: 'rejected' }];
    expect(timeline([registeredLaw(), draft, outcome], '2026-06-01')).toMatchObject({
      startedOn: '2026-01-04',
      endedOn: '2026-03-05',
      status: 'complete',
      outcome: 'rejected',
      ledger: { elapsed: 60 },
    });
  });
});

describe('a milestone bound to a stage', () => {
  const bound = planned('m', '2026-03-01', { stage: 'committee' });
  it('is reached by entering it', () => {
    const minutes = [registeredLaw(), bound, draft, entered('committee', '2026-02-15')];
    expect(milestoneOf(timeline(minutes, '2026-02-14'), 'm').status).toBe('planned');
    expect(milestoneOf(timeline(minutes, '2026-02-15'), 'm')).toMatchObject({
      status: 'reached',
      actual: '2026-02-15',
    });
  });
  it('follows a correction of the entry, once, though it was also said to be reached', () => {
    const minutes = [
      registeredLaw(),
      bound,
      entered('committee', '2026-02-15'),
      milestone('reached', 'm', '2026-02-15'),
      corrected(3, 'on', '2026-02-15', '2026-02-12', '2026-02-20'),
    ];
    expect(milestoneOf(timeline(minutes, '2026-02-25'), 'm').actual).toBe('2026-02-12');
  });
  it('reopened, is reached again by the next visit', () => {
    const minutes = [
      registeredLaw(),
      bound,
      entered('committee', '2026-02-15'),
      milestone('reopened', 'm', '2026-02-18'),
      entered('plenary', '2026-02-20'),
      entered('committee', '2026-03-10', { visit: 2 }),
    ];
    expect(milestoneOf(timeline(minutes, '2026-03-12'), 'm').actual).toBe('2026-03-10');
  });
});

describe('a law stalls', () => {
  const minutes = [registeredLaw(), draft, planned('m', { absent: 'not-yet-planned' })];
  const stalled = (history: readonly Minute[], on: string) => timeline(history, on).stalled;
  it('when nothing moves for nine months, recesses apart', () => {
    const still = stalled(minutes, '2027-06-01');
    expect(still).toMatchObject({ lastMovedOn: '2026-01-04' });
    // Nine months end on 2026-10-04; days of recess push it on.
    expect(still && still.since >= '2026-10-04').toBe(true);
    expect(stalled(minutes, '2026-10-03')).toBeUndefined();
  });
  it('not when a milestone moved meanwhile, nor once it has ended', () => {
    expect(stalled([...minutes, milestone('started', 'm', '2026-09-01')], '2026-12-01')).toBeUndefined();
    const over: Minute = ['law.outcome-recorded', '2026-03-05', { outcome: 'withdrawn' }];
    expect(stalled([...minutes, over], '2027-06-01')).toBeUndefined();
  });
});
