import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { profileByName, profiles } from '../profiles/index.js';
import { readFile } from './read-file.js';
import { templateWorkbook } from './template-workbook.js';

const own = profileByName('initiatives')!;

describe('the template as a workbook', () => {
  it('lies from right to left in Arabic, with lists of the words a column takes, and explains itself in both languages', async () => {
    const { sheets } = await readXlsx((await templateWorkbook(own, 'ar'))!);
    const [table, explained] = sheets;
    expect([table!.name, table!.view?.rightToLeft]).toEqual([own.title.ar, true]);
    expect(table!.rows[0]!.slice(0, 3)).toEqual(['النوع', 'رقم الملف', 'إصدار القيد']);
    expect(table!.dataValidations?.map(({ range, values }) => [range, values])).toEqual([
      ['A2:A500', ['مشروع', 'قانون', 'سياسة']],
      ['O2:O500', ['نعم', 'لا']],
    ]);
    // A number typed as a milestone's id stays what was typed; a day is written as one.
    const styled = (await readXlsx((await templateWorkbook(own, 'en'))!, { readStyles: true })).sheets[0]!.cells!;
    expect(['1,1', '499,10', '1,15'].map((place) => styled.get(place)?.style?.numFmt)).toEqual([
      '@',
      '@',
      'yyyy-mm-dd',
    ]);
    expect(explained!.rows).toHaveLength(table!.rows[0]!.length + 1);
    for (const row of explained!.rows) expect([row[3], row[4]].every((words) => String(words).length > 3)).toBe(true);
  });

  it('is there for each profile that is a table, and is recognised when it comes back', async () => {
    const offered = [];
    for (const profile of profiles)
      for (const language of ['ar', 'en'] as const) {
        const bytes = await templateWorkbook(profile, language);
        if (!bytes) continue;
        offered.push(profile.name);
        const { faults } = await readFile(bytes, profile, { today: '2026-11-21', asOf: '2026-11-01' });
        expect(faults.map(({ code }) => code)).toEqual(['file/empty']);
      }
    expect(new Set(offered).size).toBe(profiles.filter((profile) => 'columns' in profile).length);
  });
});
