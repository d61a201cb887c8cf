import { readFileSync } from 'node:fs';
import { expect, it, jest } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { faultsOf, sideways } from './accessible.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import { dayInCairo } from './steps/days.js';

jest.setTimeout(180_000);

const under = usePage();
const words = {
  ar: {
    milestones: 'المحطات، XLSX',
    mend: /^تعديل الخلية/,
    look: 'معاينة من جديد',
    run: /^استيراد/,
    done: /استُورد الملف/,
  },
  en: {
    milestones: 'Milestones, XLSX',
    mend: /^Edit the cell/,
    look: 'Look again',
    run: /^Import 1|^Import \d/,
    done: /^Imported/,
  },
} as const;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the reader takes away by a link of the page, as it lies on the device. */
const takenAway = async (page: Page, link: string): Promise<Buffer> => {
  // The links stand below a list that is still coming: they are clicked where they stay.
  await settled(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
};

/** A milestone of the own entity's running projects that nobody has reached, reported with a day that does not exist. */
const reportedWrong = async (bytes: Buffer) => {
  const [sheet] = (await readXlsx(bytes)).sheets;
  const rows = sheet!.rows.map((row) => [...row]);
  const at = Object.fromEntries(rows[0]!.map((header, column) => [String(header), column]));
  const cell = (row: (typeof rows)[number], header: string) => row[at[header]!] ?? null;
  const own = rows.findIndex(
    (row) =>
      [cell(row, 'kind'), cell(row, 'owner')].join() === 'projects,transport' &&
      ['planned', 'in-progress', 'missed'].includes(String(cell(row, 'status'))),
  );
  const row = rows[own]!;
  row[at['actual']!] = '31/02/2026';
  return {
    bytes: Buffer.from(await writeXlsx({ sheets: [{ name: sheet!.name, rows }] })),
    row: own + 1,
    initiative: String(cell(row, 'initiative')),
    milestone: String(cell(row, 'id')),
  };
};

/** Whether the field that has the keys can be seen whole from side to side. */
const isInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { left, right } = document.activeElement!.getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
  });

describeInBrowser('an export that comes back by the page', () => {
  it.each([
    { language: 'ar', inlineSize: 1440 },
    { language: 'en', inlineSize: 390 },
  ] as const)('as a workbook, in $language at $inlineSize px', async ({ language, inlineSize }) => {
    const said = words[language];
    const page = await under.visit('lead', '/portfolio', { language, inlineSize });
    const wrong = await reportedWrong(await takenAway(page, said.milestones));
    await page.goto(`${under.masar.url}/import`);
    await page.waitForSelector('.import-drop');
    await page.setInputFiles('input[type=file]', { name: 'محطات.xlsx', mimeType: workbook, buffer: wrong.bytes });
    // The fault stands at its row; there the cell is written anew, and the file is looked at again.
    await page.getByRole('button', { name: said.mend }).click();
    await page.waitForSelector('.import-fault-selected');
    const place = await page.locator('.import-fault-selected').innerText();
    expect([place.includes('actual'), place.includes('31/02/2026')]).toEqual([true, true]);
    await settled(page);
    // Wide as the table is, the cell is in sight and the keys go to it.
    expect(await page.evaluate(() => document.activeElement?.classList.contains('import-cell'))).toBe(true);
    expect(await isInSight(page)).toBe(true);
    expect([...(await faultsOf(page)), await sideways(page)]).toEqual([undefined]);
    await page.locator('input.import-cell').fill(dayInCairo());
    await page.getByRole('button', { name: said.look }).click();
    await page.getByRole('button', { name: said.run }).click();
    await page.getByRole('heading', { name: said.done }).waitFor();
    const lead = await under.client('lead');
    const events = await lead.all(`/api/projects/${wrong.initiative}/events`);
    const reached = events.filter(
      (event) =>
        String(event['type']) === 'milestone.reached.v1' && String(event['data']?.['milestone']) === wrong.milestone,
    );
    expect(reached.map((event) => String(event['data']?.['happenedOn']))).toEqual([dayInCairo()]);
  });
});
