import { describe, expect, it } from '@jest/globals';
import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import fc from 'fast-check';
import { importLimits } from '../limits.js';
import { profileByName } from '../profiles/index.js';
import { readWorksheet } from '../table/worksheet.js';
import { readFile } from './read-file.js';

const own = profileByName('initiatives')!;
const today = '2026-11-21';
type Value = string | number | boolean | Date | null;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const workbook = (sheet: Omit<WriteSheet, 'name'> & { name?: string }, more: WriteSheet[] = [], dateSystem?: '1904') =>
  writeXlsx({ sheets: [{ name: 'Sheet1', ...sheet }, ...more], ...(dateSystem ? { dateSystem } : {}) });
const read = async (rows: Value[][], more: Partial<WriteSheet> = {}, dateSystem?: '1904') =>
  readFile(await workbook({ rows, ...more }, [], dateSystem), own, { today });
const told = ({ faults }: Awaited<ReturnType<typeof read>>) =>
  faults.map(({ row, column, value, code }) => [row, column, value, code]);

const header = ['kind', 'initiative', 'title', 'owner', 'milestone', 'milestone title', 'target', 'actual'];
const first = ['projects', 'P-1', 'Ports', 'works', 'm-1', 'Study'];

describe('our own table as a workbook', () => {
  it('date cells, numbers that stand for days, text and Arabic digits are the same days', async () => {
    const { initiatives, faults } = await read([
      header,
      [...first, day('2027-03-01'), day('2026-05-02')],
      [null, null, null, null, 'm-2', 'Two', 46447, null],
      [null, null, null, null, 'm-3', 'Three', '٢٠٢٧-٠٣-٠١', 46144.5],
      [null, null, null, null, 'm-4', 'Four', 'm-3 + 10 days', null],
    ]);
    expect(faults).toEqual([]);
    expect(initiatives[0]!.milestones.map(({ target, actual }) => [target, actual])).toEqual([
      ['2027-03-01', '2026-05-02'],
      ['2027-03-01', undefined],
      ['2027-03-01', '2026-05-02'],
      [{ after: 'm-3', days: 10 }, undefined],
    ]);
  });

  it('days counted from 1904 are the days they show', async () => {
    const rows = [header, [...first, day('2027-03-01'), 46144 - 1462]];
    const { initiatives, faults } = await read(rows, {}, '1904');
    expect(faults).toEqual([]);
    expect(initiatives[0]!.milestones[0]).toMatchObject({ target: '2027-03-01', actual: '2026-05-02' });
  });

  it('faults name the row of the sheet, below a title and beside empty rows', async () => {
    const rows = [
      ['ملفات التسريع'],
      [],
      header,
      [...first, day('2027-03-01')],
      [],
      [null, null, null, null, 'm-2', 'Two', '31/02/2027'],
    ];
    expect(told(await read(rows))).toEqual([[6, 'target', '31/02/2027', 'date/does-not-exist']]);
  });

  it('lies on its side', async () => {
    const rows = header.map((name, at) => [name, [...first, '2027-03-01', null][at] ?? null]);
    const { initiatives, faults } = await read(rows);
    expect(faults).toEqual([]);
    expect(initiatives[0]).toMatchObject({ own: { id: 'P-1' }, milestones: [{ id: 'm-1', target: '2027-03-01' }] });
  });

  it('cells merged downwards say the same in each row', async () => {
    const rows = [header, [...first, day('2027-03-01')], [null, null, null, null, 'm-2', 'Two', null]];
    const merges = [{ startRow: 1, startCol: 6, endRow: 2, endCol: 6 }];
    const { initiatives } = await read(rows, { merges });
    expect(initiatives[0]!.milestones.map(({ target }) => target)).toEqual(['2027-03-01', '2027-03-01']);
  });

  it('of a formula the saved value counts; one without a value is a fault, and none is computed', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,5', { value: null, type: 'formula', formula: 'CONCATENATE("St","udy")', formulaResult: 'Study' }],
      ['1,6', { value: null, type: 'formula', formula: 'DATE(2027,3,1)' }],
    ]);
    const file = await read([header, [...first, null]], { cells });
    expect(told(file)).toEqual([[2, 'target', '=DATE(2027,3,1)', 'value/not-computed']]);
    const below = new Map([['2,6', cells.get('1,6')!]]);
    expect(told(await read([['Plan'], header, [...first, null]], { cells: below })).slice(0, 1)).toEqual([
      [3, 'target', '=DATE(2027,3,1)', 'value/not-computed'],
    ]);
    const [, , , , , title] = (await sheetOf(await workbook({ rows: [header, [...first]], cells })))[1]!;
    expect(title).toBe('Study');
  });

  it('an error that a formula came to is a fault of its cell, and no title; as words it is one', async () => {
    const rows = [
      [...header, 'note'],
      [...first, '2027-03-01', null, '#DIV/0!'],
      [null, null, null, null, 'm-2', '#REF!'],
    ];
    expect(told(await read(rows))).toEqual([[3, 'milestone title', '#REF!', 'value/not-computed']]);
    const words = await read([header, [...first.slice(0, 5), '_x0023_N/A', '2027-03-01']]);
    expect([words.faults, words.initiatives[0]!.milestones[0]!.title]).toEqual([[], { en: '#N/A' }]);
  });

  it('a time alone, a number below zero and one beyond the calendar are faults of their cell, and no day', async () => {
    const numbers = [0, 0.5, 2.5, 59, -1, -0.5, 2_958_466, 1e7, 1e10, 1e300];
    for (const numFmt of ['yyyy-mm-dd', 'General'])
      for (const dateSystem of [undefined, '1904'] as const) {
        const cells = new Map<string, Partial<Cell>>(
          numbers.map((value, at) => [`${at + 1},6`, { value, type: 'number', style: { numFmt } }]),
        );
        const rows = numbers.map((_, at) => [...first.slice(0, 4), `m-${at}`, 'Study', null, null]);
        const { faults, initiatives } = await read([header, ...rows], { cells }, dateSystem);
        expect(initiatives[0]!.milestones.map(({ target }) => target)).toEqual(numbers.map(() => undefined));
        expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual(
          numbers.map((_, at) => [at + 2, 'target', 'date/unreadable']),
        );
      }
  });

  it('a character nobody can read is a fault of its cell', async () =>
    expect(told(await read([header, [...first.slice(0, 5), 'a_x0000_b', '2027-03-01']]))).toEqual([
      [2, 'milestone title', 'a\u0000b', 'value/characters'],
    ]));

  it('the sheet named like the profile is read, else the first that is not hidden', async () => {
    const rows = [header, [...first, '2027-03-01']];
    const notes: WriteSheet = { name: 'notes', rows: [['nothing']] };
    const named = await workbook(notes, [{ name: own.title.ar!, rows }]);
    const hidden = await workbook({ ...notes, hidden: true }, [{ name: 'x', rows }]);
    for (const bytes of [named, hidden])
      expect((await readFile(bytes, own, { today })).initiatives.map(({ own: its }) => its?.id)).toEqual(['P-1']);
  });

  it('text of several runs is one text, and what looks like a formula is text', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,2', { value: 'Ports', type: 'richText', richText: [{ text: 'Po' }, { text: 'rts', font: { bold: true } }] }],
    ]);
    const bytes = await workbook({ rows: [header, ['projects', 'P-1', '', 'works', 'm-1', '=1+1', null]], cells });
    expect((await sheetOf(bytes))[1]!.slice(2, 6)).toEqual(['Ports', 'works', 'm-1', '=1+1']);
  });
});

const sheetOf = async (bytes: Uint8Array) => {
  const sheet = await readWorksheet(bytes, []);
  if ('code' in sheet) throw new Error(sheet.code);
  return sheet.records.map(({ cells }) => cells);
};

describe('a workbook that cannot be read', () => {
  const codeOf = async (bytes: Uint8Array) => {
    const { faults, initiatives } = await readFile(bytes, own, { today });
    expect(initiatives).toEqual([]);
    expect(faults.every(({ message }) => message.ar !== '' && message.en !== '')).toBe(true);
    return faults.map(({ row, code }) => [row, code]);
  };

  it('cut off, altered, of the old kind, locked or empty: the fault says so', async () => {
    const whole = await workbook({ rows: [header, [...first, '2027-03-01']] });
    expect(await codeOf(whole.slice(0, whole.length - 40))).toEqual([[0, 'workbook/unreadable']]);
    expect(await codeOf(whole.slice(0, 8))).toEqual([[0, 'workbook/unreadable']]);
    const altered = whole.slice();
    altered.fill(7, 60, Math.floor(whole.length / 2));
    expect(await codeOf(altered)).toEqual([[0, 'workbook/unreadable']]);
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect(await codeOf(locked)).toEqual([[0, 'workbook/old']]);
    expect(await codeOf(await workbook({ rows: [] }))).toEqual([[0, 'file/empty']]);
  });

  it('that would burst is refused by what it says of itself, and held to what it says', async () => {
    const bomb = await workbook({ rows: [['a'.repeat(400_000)]] });
    const central = Buffer.from(bomb).lastIndexOf(Buffer.from('PK\u0001\u0002'));
    const entry = Buffer.from(bomb).indexOf(Buffer.from('PK\u0001\u0002'));
    expect(central).toBeGreaterThan(0);
    const claims = (size: number): Uint8Array => {
      const claimed = Buffer.from(bomb);
      for (let at = entry; at >= 0; at = claimed.indexOf(Buffer.from('PK\u0001\u0002'), at + 4))
        claimed.writeUInt32LE(size, at + 24);
      return claimed;
    };
    expect(await codeOf(claims(importLimits.unpacked))).toEqual([[0, 'file/too-large']]);
    expect(await codeOf(claims(1))).toEqual([[0, 'workbook/unreadable']]);
  });

  it('any bytes that begin as one are a fault and no crash', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        const [[row, code] = []] = await codeOf(Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]));
        expect([row, code]).toEqual([0, 'workbook/unreadable']);
      }),
      { numRuns: 50 },
    ));
});

describe('any table', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'aZ0 =+-@\'"<&>,;\t\nمشع٣é漢😀_x'), maxLength: 12 })
    .map((one) => one.replace(/^\s+|\s+$/g, ''));
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));

  it('written as a workbook reads back equal', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), async (rows) => {
        const back = await sheetOf(await workbook({ rows: [['first', ...'abcde'], ...rows] }));
        const said = (one: Value | undefined): string => (one === null || one === undefined ? '' : String(one));
        for (const [at, row] of rows.entries())
          expect(row.map((_, column) => back[at + 1]?.[column] ?? '')).toEqual(row.map(said));
      }),
      { numRuns: 100 },
    ));
});
