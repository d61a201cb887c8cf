import { describe, expect, it } from '@jest/globals';
import { areApart, countOf, entriesOf, longestOf, narrowed, type Row } from './rows.js';

const row = (id: string, over: Partial<Row> = {}): Row => ({
  kind: 'projects',
  id,
  title: { en: id },
  owner: 'finance',
  status: 'active',
  startedOn: '2026-01-01',
  endedOn: null,
  next: null,
  slip: null,
  line: { promise: null, holder: { bucket: 'active', party: 'entity:finance', since: '2026-01-01' } },
  missed: 0,
  elapsed: 10,
  active: 10,
  waiting: 0,
  paused: 0,
  longestWait: null,
  contested: 0,
  corrections: 0,
  confidence: { team: null, reviewer: null, independent: null, apart: false },
  reviewOn: null,
  ...over,
});
const waiting = (id: string, party: string, over: Partial<Row> = {}) =>
  row(id, { line: { promise: null, holder: { bucket: 'waiting', party, since: '2026-02-01' } }, ...over });

describe('the rows of the portfolio', () => {
  it('come in groups, what needs attention first, in the order asked for within each', () => {
    const rows = [
      row('done', { status: 'complete', missed: 1, endedOn: '2026-02-01' }),
      row('b'),
      waiting('w', 'cabinet'),
      row('a'),
      row('late', { missed: 2 }),
      row('still', { status: 'paused' }),
    ];
    expect(entriesOf(rows).map((entry) => (entry.row ? entry.row.id : `${entry.group} ${entry.count}`))).toEqual([
      'attention 2',
      'w',
      'late',
      'active 2',
      'b',
      'a',
      'paused 1',
      'still',
      'closed 1',
      'done',
    ]);
  });
  it('are numbered without the names of the groups', () => {
    expect(entriesOf([row('a'), waiting('w', 'cabinet')]).flatMap(({ row, ...rest }) => (row ? [rest] : []))).toEqual([
      { at: 0 },
      { at: 1 },
    ]);
  });
  it('can be narrowed to those who wait on a party, now or longest', () => {
    const rows = [waiting('w', 'cabinet'), row('was', { longestWait: { party: 'cabinet', days: 3 } }), row('a')];
    expect(narrowed(rows, { waited: 'cabinet' }).map(({ id }) => id)).toEqual(['w', 'was']);
    expect(narrowed(rows, { only: 'waiting' }).map(({ id }) => id)).toEqual(['w']);
    expect(countOf(rows, 'waiting')).toBe(1);
  });
  it('are apart where somebody rates otherwise than the team', () => {
    const rating = (colour: 'green' | 'red') => ({ colour, on: '2026-02-01', by: 'a', old: false });
    const rated = (team: 'green' | null, reviewer: 'green' | 'red' | null) =>
      row('r', {
        confidence: {
          team: team && rating(team),
          reviewer: reviewer && rating(reviewer),
          independent: null,
          apart: false,
        },
      });
    expect([rated('green', 'red'), rated('green', 'green'), rated(null, 'red')].map(areApart)).toEqual([
      true,
      false,
      false,
    ]);
  });
  it('name the longest wait of what is still open', () => {
    const rows = [
      row('done', { endedOn: '2026-02-01', longestWait: { party: 'cabinet', days: 90 } }),
      row('a', { longestWait: { party: 'partner:p', days: 4 } }),
      row('b', { longestWait: { party: 'entity:land', days: 7 } }),
    ];
    expect(longestOf(rows)).toEqual({ party: 'entity:land', days: 7 });
    expect(longestOf([])).toBeUndefined();
  });
});
