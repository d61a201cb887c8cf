import { describe, expect, it } from '@jest/globals';
import { buildCalendar, shippedCalendar, type CalendarDefinition } from '@masar/calendar';
import type { LawPath, LawStage } from '@masar/contracts';
import { inForceOn, lawPathFaults, legalUntil, shippedLawPath, shippedLawPaths } from './index.js';

const pathOf = (jurisdiction: string, instrument: string): LawPath => {
  const path = shippedLawPath(jurisdiction, instrument);
  if (!path) throw new Error(`${jurisdiction}/${instrument} is shipped`);
  return path;
};
const stageOf = (path: LawPath, name: string): LawStage => {
  const stage = path.stages.find(({ stage }) => stage === name);
  if (!stage) throw new Error(`${name} is a stage`);
  return stage;
};
const egypt = pathOf('EG', 'law');
const emirates = pathOf('AE', 'federal-law');
const bill = pathOf('any', 'bill');
const calendar = buildCalendar(shippedCalendar('EG') as CalendarDefinition);
const partiesOf = (path: LawPath): Record<string, string> =>
  Object.fromEntries(path.stages.map(({ stage, party }) => [stage, party]));
const nextOf = (path: LawPath): Record<string, readonly string[]> =>
  Object.fromEntries(path.stages.map(({ stage, next }) => [stage, [...next].sort()]));

describe('shipped law paths', () => {
  it('can be walked, name every stage in both languages and say what no lawyer has confirmed', () => {
    for (const path of shippedLawPaths) {
      expect(lawPathFaults(path)).toEqual([]);
      expect(path.stages.every(({ name, unconfirmed }) => name.ar && name.en && unconfirmed)).toBe(true);
      expect([...path.sovereign].sort()).toEqual(['head-of-state', 'judiciary', 'legislature']);
    }
  });

  it('Egypt: the stages and their holders', () => {
    expect(partiesOf(egypt)).toEqual({
      'ministry-draft': 'owner',
      'council-of-ministers': 'cabinet',
      committee: 'legislature',
      plenary: 'legislature',
      'state-council': 'judiciary',
      senate: 'legislature',
      'final-vote': 'legislature',
      promulgation: 'head-of-state',
      gazette: 'gazette',
      published: 'owner',
      'in-force': 'cabinet',
      'executive-regulations': 'cabinet',
    });
  });

  it('Egypt: what may come next, and where a law begins', () => {
    expect(egypt.first).toEqual(['ministry-draft', 'committee']);
    expect(nextOf(egypt)).toEqual({
      'ministry-draft': ['council-of-ministers'],
      'council-of-ministers': ['committee'],
      committee: ['plenary', 'state-council'],
      plenary: ['committee', 'final-vote', 'senate', 'state-council'],
      'state-council': ['committee', 'final-vote', 'plenary', 'senate'],
      senate: ['final-vote', 'plenary'],
      'final-vote': ['promulgation'],
      promulgation: ['final-vote', 'gazette', 'plenary'],
      gazette: ['published'],
      published: ['in-force'],
      'in-force': ['executive-regulations'],
      'executive-regulations': [],
    });
  });

  it('the UAE: the Cabinet holds what the Council, the President and the Supreme Council do not', () => {
    expect(partiesOf(emirates)).toEqual({
      'cabinet-draft': 'cabinet',
      fnc: 'legislature',
      'cabinet-review': 'cabinet',
      'president-approval': 'head-of-state',
      'supreme-council': 'head-of-state',
      signature: 'head-of-state',
      gazette: 'cabinet',
      published: 'cabinet',
      'in-force': 'cabinet',
    });
  });

  it('the generic bill: two chambers and an assent', () => {
    expect(partiesOf(bill)).toEqual({
      introduced: 'legislature',
      committee: 'legislature',
      'chamber-1': 'legislature',
      'chamber-2': 'legislature',
      assent: 'head-of-state',
      'in-force': 'legislature',
    });
  });
});

describe('entry into force', () => {
  it('Egypt: thirty days from the day after publication (2026-07-02 → 2026-08-02)', () => {
    expect(inForceOn(egypt, '2026-07-02')).toBe('2026-08-02');
    expect(inForceOn(egypt, '2024-02-01')).toBe('2024-03-03');
  });
  it("the UAE: one month after publication, clamped to the month's end", () => {
    expect(inForceOn(emirates, '2026-07-02')).toBe('2026-08-02');
    expect(inForceOn(emirates, '2026-01-31')).toBe('2026-02-28');
  });
  it('a path without a rule says nothing', () => {
    expect(inForceOn(bill, '2026-07-02')).toBeUndefined();
  });
});

describe('the legal period of a stage', () => {
  it('Egypt: thirty days for promulgation, fifteen for the gazette, up to and without the last date', () => {
    expect(legalUntil(stageOf(egypt, 'promulgation'), '2026-06-01', calendar)).toBe('2026-07-01');
    expect(legalUntil(stageOf(egypt, 'gazette'), '2026-06-20', calendar)).toBe('2026-07-05');
    expect(legalUntil(stageOf(egypt, 'committee'), '2026-06-20', calendar)).toBeUndefined();
  });
  it('the UAE: two weeks for the gazette', () => {
    expect(legalUntil(stageOf(emirates, 'gazette'), '2026-06-20', calendar)).toBe('2026-07-04');
  });
  it("in months, and in working days of the body's calendar", () => {
    expect(legalUntil({ clock: { months: 1 } }, '2026-01-31', calendar)).toBe('2026-02-28');
    expect(legalUntil({ clock: { days: 5, working: true } }, '2026-03-05', calendar)).toBe('2026-03-12');
    expect(legalUntil({ clock: { article: 'Art. 1' } }, '2026-03-05', calendar)).toBeUndefined();
  });
});

describe('what is wrong with a path', () => {
  const changed = (change: Partial<LawPath>): readonly string[] =>
    lawPathFaults({ ...bill, ...change }).map(({ code, stage, value }) =>
      [code, stage, value].filter(Boolean).join(' '),
    );
  const withStage = (name: string, change: Partial<LawStage>): Partial<LawPath> => ({
    stages: bill.stages.map((stage) => (stage.stage === name ? { ...stage, ...change } : stage)),
  });

  it.each([
    ['no first stage', { first: [] }, 'no-first'],
    ['an unknown first stage', { first: ['introduced', 'nowhere'] }, 'unknown-first nowhere'],
    ['an unknown next stage', withStage('assent', { next: ['in-force', 'nowhere'] }), 'unknown-next assent nowhere'],
    ['a stage twice', { stages: [...bill.stages, ...bill.stages.slice(-1)] }, 'duplicate-stage in-force in-force'],
    ['a stage nothing leads to', withStage('assent', { next: [] }), 'unreachable in-force'],
    ['no way out', withStage('in-force', { next: ['introduced'] }), 'no-end'],
    ['a clock without a span', withStage('assent', { clock: { article: 'Art. 1' } }), 'empty-clock assent'],
    ['a stage without a name', withStage('assent', { name: {} }), 'nameless assent'],
    ['two publications', { stages: bill.stages.map((stage) => ({ ...stage, publication: true })) }, 'publications'],
  ])('%s', (_case, change, fault) => {
    expect(changed(change)).toContain(fault);
  });
});
