import { describe, expect, it } from '@jest/globals';
import { began, corrected, entered, registered, registeredLaw, typedOn, type Minute } from '../testing/history.js';
import { ledgerLines, timeline } from '../testing/minutes.js';

const lastEntry = (minutes: readonly Minute[], on: string) => timeline(minutes, on).ledger?.entries.at(-1);

describe('marks of an entry', () => {
  it('recorded late: more than ten working days after since', () => {
    const wait = (recordedOn: string) => [registered(), typedOn(began('w', '2026-02-01', 'entity:land'), recordedOn)];
    // Ten working days after Sunday 02-01 is Sunday 02-15.
    expect(lastEntry(wait('2026-02-15'), '2026-03-01')).not.toHaveProperty('recordedLate');
    expect(lastEntry(wait('2026-02-16'), '2026-03-01')).toMatchObject({ recordedLate: 15 });
  });
  it('stale: not re-affirmed for 28 days', () => {
    const wait = [registered(), began('w', '2026-02-05', 'entity:land')];
    const affirmed: Minute = ['wait.affirmed', '2026-02-20', { wait: 'w' }];
    expect(lastEntry(wait, '2026-03-04')).not.toHaveProperty('stale');
    expect(lastEntry(wait, '2026-03-05')).toMatchObject({ stale: true });
    expect(lastEntry([...wait, affirmed], '2026-03-05')).not.toHaveProperty('stale');
    expect(lastEntry([...wait, affirmed], '2026-03-20')).toMatchObject({ stale: true });
  });
  it('because: the events it rests on, corrections included', () => {
    const minutes = [
      registered(),
      began('w', '2026-02-05', 'entity:land'),
      corrected(2, 'since', '2026-02-05', '2026-02-03', '2026-02-20'),
    ];
    expect(lastEntry(minutes, '2026-02-25')).toMatchObject({
      from: '2026-02-03',
      because: ['projects/P-1@2', 'projects/P-1@3'],
    });
  });
  it('working days in the calendar of the party, else the owner', () => {
    const week = (party: string) =>
      lastEntry([registered(), began('w', '2026-02-01', party)], '2026-02-08')?.workingDays;
    expect(week('entity:land')).toBe(5);
    // Sunday 1 to Saturday 7 February: Egypt rests 6 and 7, the Emirates 1 and 7.
    expect(week('entity:emirates')).toBe(5);
    expect(lastEntry([registered(), began('w', '2026-02-06', 'entity:emirates')], '2026-02-07')?.workingDays).toBe(1);
    expect(lastEntry([registered(), began('w', '2026-02-06', 'cabinet')], '2026-02-07')?.workingDays).toBe(0);
  });
});

describe('the owner on the day', () => {
  it('owns the active days until another takes over', () => {
    const taken: Minute = ['initiative.owner-changed', '2026-02-11', { from: 'education', to: 'health', reason: 'r' }];
    expect(ledgerLines(timeline([registered(), taken], '2026-02-21'))).toEqual([
      '02-01 → 02-11 10 active education',
      '02-11 → 02-21 10 active health',
    ]);
    expect(timeline([registered(), taken], '2026-02-05').owner).toBe('education');
  });
});

describe('sovereign bodies', () => {
  it('read constitutional-procedure where they are hidden', () => {
    const law = [registeredLaw(), entered('ministry-draft', '2026-01-04'), entered('committee', '2026-02-01')];
    const view = timeline(law, '2026-02-05', { hideSovereign: true });
    expect(ledgerLines(view).at(-1)).toBe('02-01 → 02-05 4 waiting constitutional-procedure');
    expect(view.stages.at(-1)?.party).toBe('constitutional-procedure');
    expect(view.ledger?.byParty.map(({ party }) => party)).toEqual(['entity:justice', 'constitutional-procedure']);
  });
  it('are never named as the longest wait', () => {
    const law = [registeredLaw(), entered('ministry-draft', '2026-01-04'), entered('committee', '2026-02-01')];
    expect(timeline(law, '2026-02-05').ledger?.longestWait).toBeNull();
    const waited = [...law, began('w', '2026-01-11', 'entity:land')];
    expect(timeline(waited, '2026-02-05').ledger?.longestWait).toEqual({ party: 'entity:land', days: 25 });
  });
});

describe('an initiative without a start', () => {
  it('has no elapsed and no ledger', () => {
    const view = timeline([registered({ startedOn: undefined })], '2026-03-01');
    expect(view).toMatchObject({ startedOn: null, ledger: null, status: 'planned' });
  });
  it('has none before the start it was given', () => {
    expect(timeline([registered({ startedOn: '2026-05-01' })], '2026-03-01')).toMatchObject({
      startedOn: null,
      ledger: null,
    });
  });
  it('ends its days with the initiative', () => {
    const over: Minute = ['initiative.completed', '2026-02-11', {}];
    const view = timeline([registered(), began('w', '2026-02-05', 'entity:land'), over], '2026-03-01');
    expect(view).toMatchObject({ status: 'complete', endedOn: '2026-02-11', ledger: { elapsed: 10, waiting: 6 } });
  });
});
