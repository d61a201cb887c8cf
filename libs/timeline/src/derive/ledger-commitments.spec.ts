import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import { agreed, commitmentOf, offered, step, story } from '../testing/commitment-history.js';
import { began, factsOf, milestone, planned, question, registered, type Minute } from '../testing/history.js';
import { deriveTimeline } from './timeline.js';

const read = (minutes: readonly Minute[], on: LocalDate, ...commitments: readonly CommitmentFacts[]) =>
  deriveTimeline(question(factsOf(minutes), on, { commitments }));

/** Waiting entries as lines: `2026-04-01 → 2026-04-08: 7 partner:nile`. */
const waits = (timeline: ReturnType<typeof read>): readonly string[] =>
  (timeline.ledger?.entries ?? [])
    .filter(({ bucket }) => bucket === 'waiting')
    .map(({ from, to, days, party }) => `${from} → ${to}: ${days} ${party}`);

const plain = [registered(), planned('sites', '2026-05-01')];

describe('a commitment of a partner in the day ledger', () => {
  const fed = commitmentOf(story({ milestone: 'sites' }));

  it('books 7 + 6 days to the partner and 12 + 15 to government from its due date', () =>
    expect(waits(read(plain, '2026-06-01', fed))).toEqual([
      '2026-04-01 → 2026-04-08: 7 partner:nile',
      '2026-04-08 → 2026-04-20: 12 entity:education',
      '2026-04-20 → 2026-04-26: 6 partner:nile',
      '2026-04-26 → 2026-05-11: 15 entity:education',
    ]));

  it('says what each entry rests on, and that nobody typed it', () => {
    const { ledger } = read(plain, '2026-06-01', fed);
    expect(ledger?.entries.find(({ from }) => from === '2026-04-08')).toMatchObject({
      source: 'derived',
      rule: 'commitment',
      milestone: 'sites',
      cause: 'unstated',
      reason: null,
      because: ['commitments/c-1@1', 'commitments/c-1@3', 'commitments/c-1@4'],
    });
    const sum = ledger?.entries.reduce((days, entry) => days + entry.days, 0);
    expect(sum).toBe(ledger?.elapsed);
  });

  it('is shown with both clocks as of the day', () => {
    const shown = read(plain, '2026-06-01', fed).commitments[0];
    expect(shown).toMatchObject({
      id: 'c-1',
      status: 'confirmed',
      debtor: 'partner:nile',
      receiver: 'entity:education',
      dueOn: '2026-04-01',
      confirmedOn: '2026-05-11',
      clock: { offered: 3, debtor: 41, receiver: 27 },
    });
    expect(read(plain, '2026-04-10', fed).commitments[0]).toMatchObject({
      status: 'reported',
      confirmedOn: null,
      clock: { offered: 3, debtor: 35, receiver: 2 },
    });
    expect(read(plain, '2026-02-28', fed).commitments).toEqual([]);
  });

  it('reaches the milestone it feeds on the day it is confirmed, before anybody told the initiative', () => {
    const [reached] = read(plain, '2026-05-11', fed).milestones;
    expect(reached).toMatchObject({ status: 'reached', actual: '2026-05-11', variance: { days: 10 } });
    expect(read(plain, '2026-05-10', fed).milestones[0]).toMatchObject({ actual: null });
  });

  it('books nothing before the due date, and nothing once the milestone is reached otherwise', () => {
    expect(waits(read(plain, '2026-04-01', fed))).toEqual([]);
    const reached = [
      ...plain,
      milestone('started', 'sites', '2026-03-01'),
      milestone('reached', 'sites', '2026-04-05'),
    ];
    expect(waits(read(reached, '2026-06-01', fed))).toEqual(['2026-04-01 → 2026-04-05: 4 partner:nile']);
    const cancelled = [...plain, milestone('cancelled', 'sites', '2026-04-10')];
    expect(waits(read(cancelled, '2026-06-01', fed)).at(-1)).toBe('2026-04-08 → 2026-04-10: 2 entity:education');
  });

  it('yields to another milestone in progress: those days are concurrent', () => {
    const busy = [
      ...plain,
      planned('design', '2026-05-01'),
      milestone('started', 'design', '2026-03-01'),
      milestone('reached', 'design', '2026-04-05'),
    ];
    const timeline = read(busy, '2026-06-01', fed);
    expect(waits(timeline)[0]).toBe('2026-04-05 → 2026-04-08: 3 partner:nile');
    expect(timeline.ledger?.concurrent).toMatchObject([
      { from: '2026-04-01', to: '2026-04-05', party: 'partner:nile' },
    ]);
    const own = [...plain, milestone('started', 'sites', '2026-03-01')];
    expect(waits(read(own, '2026-06-01', fed))[0]).toBe('2026-04-01 → 2026-04-08: 7 partner:nile');
  });

  it('gives way to a recorded wait, and goes by its own start among derived ones', () => {
    const waited = [
      ...plain,
      began('w-1', '2026-03-20', 'entity:finance'),
      ['wait.ended', '2026-04-04', { wait: 'w-1' }],
    ];
    expect(waits(read(waited as Minute[], '2026-06-01', fed)).slice(0, 2)).toEqual([
      '2026-03-20 → 2026-04-04: 15 entity:finance',
      '2026-04-04 → 2026-04-08: 4 partner:nile',
    ]);
    const earlier = commitmentOf(
      [offered('2026-03-01', { partner: 'delta', dueOn: '2026-03-31' }), step('accepted', '2026-03-02')],
      'c-2',
    );
    const both = read(plain, '2026-04-03', fed, earlier);
    expect(waits(both)).toEqual(['2026-03-31 → 2026-04-03: 3 partner:delta']);
    expect(both.ledger?.concurrent).toMatchObject([{ party: 'partner:nile', days: 2 }]);
  });
});

describe('the same the other way round', () => {
  it('worked example 8: the government party waits 5 days, the partner 14', () => {
    const site = commitmentOf([
      offered('2026-04-01', { direction: 'government-to-partner', dueOn: '2026-05-01', with: 'entity:land' }),
      step('accepted', '2026-04-01'),
      step('reported', '2026-05-06'),
      step('confirmed', '2026-05-20'),
    ]);
    const timeline = read([registered()], '2026-06-01', site);
    expect(waits(timeline)).toEqual([
      '2026-05-01 → 2026-05-06: 5 entity:land',
      '2026-05-06 → 2026-05-20: 14 partner:nile',
    ]);
    expect(timeline.commitments[0]?.clock).toEqual({ offered: 0, debtor: 35, receiver: 14 });
  });

  it('waits on the owner of the day where nobody else is named', () => {
    const owed = commitmentOf([
      offered('2026-03-01', { direction: 'government-to-partner' }),
      step('accepted', '2026-03-04'),
    ]);
    const moved: Minute = ['initiative.owner-changed', '2026-04-05', { to: 'land', reason: 'x' }];
    expect(waits(read([registered(), moved], '2026-04-10', owed))).toEqual([
      '2026-04-01 → 2026-04-05: 4 entity:education',
      '2026-04-05 → 2026-04-10: 5 entity:land',
    ]);
  });
});

describe('what books nothing', () => {
  const of = (...minutes: readonly Minute[]) => waits(read([registered()], '2026-06-01', commitmentOf(minutes)));
  it.each([
    ['an offer nobody answered', []],
    ['an offer that was declined', [step('declined', '2026-04-10')]],
    ['an offer that was taken back', [step('withdrawn', '2026-04-10')]],
    [
      'what was reported and confirmed before it was due',
      [step('accepted', '2026-03-02'), step('reported', '2026-03-05'), step('confirmed', '2026-03-09')],
    ],
  ])('%s', (_case, minutes) => expect(of(offered('2026-03-01'), ...minutes)).toEqual([]));

  it('days after it was given up, and before it was accepted', () => {
    expect(of(offered('2026-03-01'), step('accepted', '2026-04-05'), step('withdrawn', '2026-04-11'))).toEqual([
      '2026-04-05 → 2026-04-11: 6 partner:nile',
    ]);
  });
});

describe('another due date', () => {
  const of = (on: LocalDate, ...minutes: readonly Minute[]) =>
    waits(read([registered()], on, commitmentOf([offered('2026-03-01'), step('accepted', '2026-03-02'), ...minutes])));

  it('agreed in time moves the days', () =>
    expect(of('2026-05-01', agreed('2026-04-20', '2026-03-25'))).toEqual(['2026-04-20 → 2026-05-01: 11 partner:nile']));

  it('agreed late leaves the days that had passed, and books none until it has come', () => {
    const late = agreed('2026-04-20', '2026-04-10');
    expect(of('2026-05-01', late)).toEqual([
      '2026-04-01 → 2026-04-10: 9 partner:nile',
      '2026-04-20 → 2026-05-01: 11 partner:nile',
    ]);
    expect(of('2026-04-08', late)).toEqual(['2026-04-01 → 2026-04-08: 7 partner:nile']);
  });

  it('brought forward books from the day it was agreed', () =>
    expect(of('2026-04-10', agreed('2026-03-10', '2026-03-25'))).toEqual(['2026-03-25 → 2026-04-10: 16 partner:nile']));

  it('holds from the day it was agreed, also where a step of an earlier day was recorded after it', () => {
    const told = [agreed('2026-06-30', '2026-05-20'), step('reported', '2026-05-18', '2026-05-21')];
    const booked = ['2026-04-01 → 2026-05-18: 47 partner:nile', '2026-05-18 → 2026-05-20: 2 entity:education'];
    expect(of('2026-06-30', ...told)).toEqual(booked);
    expect(of('2026-07-03', ...told)).toEqual([...booked, '2026-06-30 → 2026-07-03: 3 entity:education']);
    const commitment = commitmentOf([offered('2026-03-01'), step('accepted', '2026-03-02'), ...told]);
    const shown = (on: LocalDate) => read([registered()], on, commitment).commitments[0];
    expect(shown('2026-05-19')).toMatchObject({ dueOn: '2026-04-01', clock: { debtor: 77, receiver: 1 } });
    expect(shown('2026-05-20')).toMatchObject({ dueOn: '2026-06-30', clock: { debtor: 77, receiver: 2 } });
  });

  it('is shown beside the first one', () => {
    const commitment = commitmentOf([
      offered('2026-03-01'),
      step('accepted', '2026-03-02'),
      agreed('2026-04-20', '2026-03-25'),
    ]);
    expect(read([registered()], '2026-05-01', commitment).commitments[0]).toMatchObject({
      dueOn: '2026-04-20',
      firstDueOn: '2026-04-01',
    });
    expect(read([registered()], '2026-03-24', commitment).commitments[0]?.dueOn).toBe('2026-04-01');
  });
});
