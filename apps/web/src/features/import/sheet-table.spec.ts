import { describe, expect, it } from '@jest/globals';
import { readXlsx, writeXlsx, type Cell } from 'hucre/xlsx';
import { cellOf, type Fault } from './file-table.js';
import { readSheet, sheetWithEdits } from './sheet-table.js';

const faultAt = (row: number, column: string, value: string): Fault => ({
  row,
  column,
  value,
  code: 'date/does-not-exist',
  message: '',
  blocking: true,
});
const day = new Date('2026-03-01T00:00:00.000Z');

describe('a workbook repaired cell by cell', () => {
  const rows = [['خطة الموانئ'], ['رقم', 'الموعد', 'عدد'], ['A', day, 7], [], ['B', '31/02/2026', 46_000]];
  const fault = faultAt(5, 'الموعد', '31/02/2026');

  it('is found by its row below a title, and every other cell stays what and where it was', async () => {
    for (const dateSystem of ['1900', '1904'] as const) {
      const bytes = await writeXlsx({
        sheets: [
          { name: 'notes', rows: [['nothing']] },
          { name: 'خطة', rows },
        ],
        dateSystem,
      });
      const table = (await readSheet(bytes, ['initiatives', 'خطة'], [fault]))!;
      expect([table.header, table.rows[2]]).toEqual([1, ['A', '2026-03-01', '7']]);
      expect(cellOf(table, fault)).toEqual({ row: 4, column: 1 });
      const back = await readXlsx(await sheetWithEdits(table, new Map([['4:1', '2026-02-28']])));
      expect([back.sheets[0]!.name, back.dateSystem]).toEqual(['خطة', dateSystem]);
      expect(back.sheets[0]!.rows[2]).toEqual(['A', day, 7]);
      expect(back.sheets[0]!.rows[4]).toEqual(['B', '2026-02-28', 46_000]);
    }
  });

  it('takes the first sheet that is not hidden, and leaves alone where nothing is found', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['x']], hidden: true },
        { name: 'b', rows },
      ],
    });
    expect((await readSheet(bytes, ['c'], [fault]))?.name).toBe('b');
    expect(await readSheet(bytes, ['c'], [faultAt(2, 'غيره', '')])).toBeUndefined();
  });

  it('what is no day is shown as the server tells it; words that look like an escape or an error stay words', async () => {
    const on = (value: number): Partial<Cell> => ({ value, type: 'number', style: { numFmt: 'yyyy-mm-dd' } });
    const words = ['_x005F_x0041_', '_x0023_REF!', 'a_x005F_x000D_b'];
    const cells = new Map([0.5, 2.5, -1, 3e6].map((value, at) => [`${at + 1},1`, on(value)] as const));
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [['n', 'on'], ['1'], ['2'], ['3'], ['4'], ['5', '#REF!'], ...words.map((one) => ['6', one])],
          cells,
        },
      ],
    });
    const told = ['12:00:00', '60:00:00', '#####', '#####', '#REF!'];
    const table = (await readSheet(bytes, [], [faultAt(2, 'on', told[0]!)]))!;
    const column = table.rows.slice(1).map((row) => row[1]);
    expect(column).toEqual([...told, '_x0041_', '#REF!', 'a_x000D_b']);
    const [back] = (await readXlsx(await sheetWithEdits(table, new Map([['1:1', '_x0042_']])))).sheets;
    expect(back!.rows.slice(6).map((row) => row[1])).toEqual(['_x0041_', '#REF!', 'a_x000D_b']);
    expect([back!.rows[1]![1], back!.cells?.get('5,1')?.type, back!.cells?.get('7,1')?.type]).toEqual([
      '_x0042_',
      'error',
      undefined,
    ]);
  });

  it('a formula nobody computed stays one until something is said in its place; merged cells say the same', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,1', { value: null, type: 'formula', formula: 'DATE(2027,3,1)' }],
    ]);
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['n', 'on'],
            ['P', null],
            [null, 'x'],
          ],
          cells,
          merges,
        },
      ],
    });
    const uncomputed = faultAt(2, 'on', '=DATE(2027,3,1)');
    const table = (await readSheet(bytes, [], [uncomputed]))!;
    expect([table.rows[2], cellOf(table, uncomputed)]).toEqual([['P', 'x'], { row: 1, column: 1 }]);
    const kept = await readXlsx(await sheetWithEdits(table, new Map([['2:1', 'y']])));
    expect([kept.sheets[0]!.cells?.get('1,1')?.formula, kept.sheets[0]!.rows[2]]).toEqual([
      'DATE(2027,3,1)',
      ['P', 'y'],
    ]);
    const said = await readXlsx(await sheetWithEdits(table, new Map([['1:1', '2027-03-01']])));
    expect(said.sheets[0]!.rows[1]).toEqual(['P', '2027-03-01']);
  });
});
