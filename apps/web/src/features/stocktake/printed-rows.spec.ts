import { describe, expect, it } from '@jest/globals';
import type { Row } from '../initiative/timeline/rows.js';
import { askedOf } from './asked.js';
import { printedRows } from './printed-rows.js';

const row = (key: string, actual: string | null): Row =>
  ({ key, party: 'p', visits: [], spans: [], milestone: { actual, status: 'planned' } }) as unknown as Row;
const keys = (rows: readonly Row[]) => rows.map(({ key }) => key).join('');

describe('the rows of the printed page', () => {
  const rows = [row('a', '2026-01-01'), row('b', null), row('c', '2026-02-01'), row('d', null)];
  it('are all of them where they fit', () => {
    expect(keys(printedRows(rows, 4))).toBe('abcd');
  });
  it('leave out what is done first, and keep their order', () => {
    expect(keys(printedRows(rows, 3))).toBe('bcd');
    expect(keys(printedRows(rows, 2))).toBe('bd');
    expect(keys(printedRows(rows, 1))).toBe('b');
  });
});

describe('decisions asked for', () => {
  type Told = Parameters<typeof askedOf>[0];
  it('are dates asked for, open obstacles by their day, contested days', () => {
    const told = {
      milestones: [{ id: 'm-1', request: { because: 'projects/P-1@4' } }, { id: 'm-2' }],
      blockers: [
        { id: 'b-1', dueOn: '2026-12-01', resolvedOn: null },
        { id: 'b-2', dueOn: '2026-11-01', resolvedOn: null },
        { id: 'b-3', dueOn: '2026-10-01', resolvedOn: '2026-10-02' },
      ],
      ledger: {
        byParty: [
          { party: 'entity:land', contested: 14 },
          { party: 'entity:owner', contested: 0 },
        ],
      },
    } as unknown as Told;
    expect(askedOf(told).map((asked) => (asked.sort === 'blocker' ? asked.blocker.id : asked.sort))).toEqual([
      'move',
      'b-2',
      'b-1',
      'contest',
    ]);
  });
});
