import { describe, expect, it } from '@jest/globals';
import { aRow } from './a-row.js';
import { boardOf, countsOf, dueOf, initiativesOf, isMine, needOf, relativeDay } from './board.js';

const today = '2026-11-22';
const missed = aRow({ id: 'm-missed', status: 'missed', currentTarget: { date: '2026-11-17' } });
const expected = aRow({
  id: 'm-expected',
  status: 'missed',
  currentTarget: { date: '2026-11-17' },
  forecast: { team: '2026-12-01', reason: 'not-offered' },
});
const late = aRow({ id: 'm-late', forecast: { team: '2026-11-20', reason: 'not-offered' } });
const undated = aRow({ id: 'm-undated', currentTarget: { absent: 'not-yet-planned' } });
const reported = aRow({ id: 'm-reported', status: 'reached', actual: '2026-11-20' });

describe('the board', () => {
  it('puts first what needs something, then the nearest, and last what waits for others', () => {
    const near = aRow({ id: 'm-near', currentTarget: { date: '2026-11-23' } });
    const far = aRow({ id: 'm-far', currentTarget: { date: '2027-11-23' } });
    const rows = [reported, undated, far, near, expected, late, missed];
    expect(boardOf(rows, today).map(({ id }) => id)).toEqual([
      'm-missed',
      'm-late',
      'm-expected',
      'm-near',
      'm-far',
      'm-undated',
      'm-reported',
    ]);
  });

  it('shows a milestone once, and none that is settled', () => {
    const settled = aRow({ id: 'm-done', status: 'confirmed' });
    expect(boardOf([missed, missed, settled], today)).toEqual([missed]);
  });

  it('asks for nothing where the team has said what it expects', () => {
    expect(needOf(expected, today)).toBe('open');
    expect(needOf(missed, today)).toBe('now');
    expect(needOf(late, today)).toBe('now');
  });

  it('counts what its sentence says', () => {
    const waiting = aRow({ id: 'm-waiting', status: 'waiting' });
    expect(countsOf([missed, waiting, reported], today)).toEqual({ all: 3, now: 1, waiting: 1, reported: 1 });
  });

  it('reads a provisional day of a rule as the day it is due', () => {
    const rule = { unresolved: true, after: 'm-1', days: 30, provisional: '2027-01-05' } as const;
    expect(dueOf({ currentTarget: rule })).toBe('2027-01-05');
    expect(dueOf({ currentTarget: { ...rule, provisional: null } })).toBeUndefined();
  });

  it('knows whose step it is', () => {
    const nowhere: ReadonlySet<string> = new Set();
    expect(isMine(missed, ['transport'], nowhere)).toBe(true);
    expect(isMine(missed, ['customs'], nowhere)).toBe(false);
  });

  it('counts as mine what one works in by name, whoever owns it', () => {
    expect(isMine(missed, ['customs'], initiativesOf([missed]))).toBe(true);
    expect(
      isMine(aRow({ initiative: { ...missed.initiative, id: 'P-other' } }), ['customs'], initiativesOf([missed])),
    ).toBe(false);
  });

  it('says a day as seen from today', () => {
    const said = {
      today: 'today',
      tomorrow: 'tomorrow',
      yesterday: 'yesterday',
      inDays: (days: number) => `in ${days}`,
      daysAgo: (days: number) => `${days} ago`,
    };
    const days = ['2026-11-22', '2026-11-23', '2026-11-21', '2026-12-01', '2026-11-12'];
    expect(days.map((day) => relativeDay(day, today, said))).toEqual([
      'today',
      'tomorrow',
      'yesterday',
      'in 9',
      '10 ago',
    ]);
  });
});
