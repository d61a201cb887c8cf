import { describe, expect, it } from '@jest/globals';
import { promisesOf } from './promises.js';
import { rowsOf } from './rows.js';
import { shownSpan } from './shown-span.js';

type Told = Parameters<typeof rowsOf>[0];
type Milestone = Told['milestones'][number];
const milestone = (id: string, part: object = {}): Milestone =>
  ({
    id,
    title: { en: id },
    party: 'entity:owner',
    startedOn: null,
    actual: null,
    confirmedOn: null,
    originalTarget: { date: '2026-05-01' },
    currentTarget: { date: '2026-05-01' },
    forecast: { team: null, reason: '' },
    slip: { days: 0, workingDays: 0 },
    variance: null,
    ...part,
  }) as unknown as Milestone;
const entry = (bucket: string, from: string, to: string, part: object = {}) => ({
  id: `${bucket}:${from}`,
  bucket,
  from,
  to,
  party: 'entity:owner',
  source: 'recorded',
  ...part,
});
const told = (part: object): Told =>
  ({ milestones: [], stages: [], ledger: null, on: '2026-06-01', endedOn: null, ...part }) as Told;

describe('rows of the timeline', () => {
  it('give a milestone its own waits, and the work of the days it was under way', () => {
    const entries = [
      entry('active', '2026-01-01', '2026-03-01'),
      entry('waiting', '2026-03-01', '2026-03-11', { milestone: 'm-1', party: 'entity:land' }),
      entry('waiting', '2026-03-11', '2026-03-21', { milestone: 'm-2', party: 'entity:land' }),
      entry('active', '2026-03-21', '2026-06-01'),
    ];
    const [row] = rowsOf(
      told({
        milestones: [milestone('m-1', { startedOn: '2026-02-01', actual: '2026-04-01' })],
        ledger: { entries, concurrent: [] },
      }),
    );
    expect(row?.spans.map(({ from, to, bucket }) => `${from} ${to} ${bucket}`)).toEqual([
      '2026-02-01 2026-03-01 active',
      '2026-03-01 2026-03-11 waiting',
      '2026-03-21 2026-04-01 active',
    ]);
  });
  it('give a stage all days of its visits, and the milestone bound to it', () => {
    const stage = (name: string, visit: number, from: string, to: string | null) => ({
      stage: name,
      visit,
      from,
      to,
      party: 'legislature',
    });
    const rows = rowsOf(
      told({
        milestones: [milestone('m-1', { stage: 'committee' }), milestone('m-2', { stage: 'published' })],
        stages: [
          stage('committee', 1, '2026-01-01', '2026-02-01'),
          stage('plenary', 1, '2026-02-01', '2026-03-01'),
          stage('committee', 2, '2026-03-01', null),
        ],
        ledger: { entries: [entry('waiting', '2026-01-01', '2026-06-01', { party: 'legislature' })], concurrent: [] },
      }),
    );
    expect(rows.map(({ key, milestone: bound }) => [key, bound?.id])).toEqual([
      ['stage-committee', 'm-1'],
      ['stage-plenary', undefined],
      ['m-2', 'm-2'],
    ]);
    expect(rows[0]?.spans.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-01-01 2026-02-01',
      '2026-03-01 2026-06-01',
    ]);
  });
});

describe('marks of a milestone', () => {
  it('draw the original target only where it differs', () => {
    expect(promisesOf(milestone('m'))).toEqual({ current: '2026-05-01', isConfirmed: false, off: 0 });
    const moved = milestone('m', { currentTarget: { date: '2026-06-01' }, slip: { days: 31, workingDays: 22 } });
    expect(promisesOf(moved)).toMatchObject({ original: '2026-05-01', current: '2026-06-01', off: 31 });
  });
  it('measure what happened by what happened, and no longer expect it', () => {
    const reached = milestone('m', {
      actual: '2026-04-28',
      forecast: { team: '2026-05-09', reason: '' },
      variance: { days: -3, workingDays: -1 },
    });
    expect(promisesOf(reached)).toEqual({ current: '2026-05-01', actual: '2026-04-28', isConfirmed: false, off: -3 });
  });
  it('have no mark without a date', () => {
    expect(
      promisesOf(milestone('m', { originalTarget: null, currentTarget: { absent: 'withheld' }, slip: null })),
    ).toEqual({
      isConfirmed: false,
      off: 0,
    });
  });
});

describe('the days a timeline shows', () => {
  it('reach from before the first to after the last, today within', () => {
    const rows = rowsOf(told({ milestones: [milestone('m')] }));
    const { from, to } = shownSpan(rows, '2026-01-09', '2026-06-01');
    expect(from).toBe('2026-01-01');
    expect(to > '2026-06-01').toBe(true);
  });
});
