import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readable, unguardedCell } from '@masar/contracts';
import { readXlsx } from 'hucre/xlsx';
import type { ExportRecord, ExportTable } from './format.js';
import { workbookOf } from './xlsx.js';

type Item = Record<'id' | 'title' | 'on' | 'days' | 'key', ExportRecord[string]>;
const table: ExportTable<Item> = {
  columns: ['id', 'title', 'on', 'days', 'key'],
  recordOf: (item) => item,
  days: ['on'],
};
const item = (more: Partial<Item> = {}): Item => ({
  id: 'm-1',
  title: 'محطة',
  on: '2026-03-01',
  days: 3,
  key: true,
  ...more,
});

async function* batches(items: readonly Item[], each = 1000): AsyncGenerator<readonly Item[]> {
  for (let from = 0; from < items.length; from += each) yield items.slice(from, from + each);
}
const written = async (items: readonly Item[], language: 'ar' | 'en' = 'ar') => {
  const parts: Uint8Array[] = [];
  for await (const part of workbookOf(table, batches(items), 'milestones', language)) parts.push(part);
  return readXlsx(Buffer.concat(parts));
};

describe('an export as a workbook', () => {
  it('has the columns of the text, real days, numbers and yes or no; in Arabic it lies from right to left', async () => {
    const { sheets } = await written([item(), item({ on: null, days: -2, key: undefined })]);
    expect(sheets[0]).toMatchObject({ name: 'المحطات', view: { rightToLeft: true }, freezePane: { rows: 1 } });
    expect(sheets[0]!.rows).toEqual([
      ['id', 'title', 'on', 'days', 'key'],
      ['m-1', 'محطة', new Date('2026-03-01T00:00:00.000Z'), 3, true],
      ['m-1', 'محطة', null, -2, null],
    ]);
    expect((await written([item()], 'en')).sheets[0]!.view?.rightToLeft).toBeUndefined();
  });

  it('holds no formula, whatever text begins with, and no day where a day is no day', async () => {
    const { sheets } = await written(
      ['=1+1', '+966', '-cmd', '@sum', '=HYPERLINK("http://x")'].map((title) => item({ title, on: 'm-1 + 3 days' })),
    );
    expect([...(sheets[0]!.cells ?? [])].filter(([, { formula }]) => formula !== undefined)).toEqual([]);
    expect(sheets[0]!.rows.slice(1).map((row) => [row[1], row[2]])).toEqual([
      ['=1+1', 'm-1 + 3 days'],
      ['+966', 'm-1 + 3 days'],
      ['-cmd', 'm-1 + 3 days'],
      ['@sum', 'm-1 + 3 days'],
      ['=HYPERLINK("http://x")', 'm-1 + 3 days'],
    ]);
  });

  it('that is long streams, row for row, and a cell too long for a sheet says so', async () => {
    const many = Array.from({ length: 5_050 }, (_, at) => item({ days: at }));
    const { sheets } = await written(many);
    expect(sheets[0]!.rows).toHaveLength(5_051);
    expect(sheets[0]!.rows.at(-1)).toEqual(['m-1', 'محطة', new Date('2026-03-01T00:00:00.000Z'), 5_049, true]);
    expect(sheets[0]!.freezePane).toMatchObject({ rows: 1 });
    const [, [, long] = []] = (await written([item({ title: 'x'.repeat(40_000) })])).sheets[0]!.rows;
    expect([String(long).length, String(long).endsWith('…')]).toEqual([32_767, true]);
  });

  it('lets go of what it reads when nobody takes it any more', async () => {
    let isOpen = true;
    async function* endless(): AsyncGenerator<readonly Item[]> {
      try {
        for (;;) yield Array.from({ length: 1_000 }, () => item());
      } finally {
        isOpen = false;
      }
    }
    for await (const part of workbookOf(table, endless(), 'milestones', 'ar')) if (part.length > 0) break;
    expect(isOpen).toBe(false);
  });

  it('any words come back as they were, as our own tables are read', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 8 }),
        async (titles) => {
          const { sheets } = await written(titles.map((title) => item({ title })));
          const read = sheets[0]!.rows.slice(1).map((row) => unguardedCell(String(row[1] ?? '')).trim());
          expect(read).toEqual(titles.map((title) => readable(title).trim()));
        },
      ),
      { numRuns: 60 },
    ));
});
