import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sharedData } from '../harness/shared-data.js';
import { listOf } from '../harness/shown.js';
import { separatedRows } from '../real-data/separated-rows.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import { dayIn } from './steps/days.js';
import { press, typeDay } from './steps/hands.js';
import type { Look } from './steps/looks.js';

const under = usePage();
const data = sharedData();
if (data === undefined)
  process.stderr.write('\n>>> There are no real files (MASAR_SHARED_DATA). THEIR IMPORT ON THE PAGE IS SKIPPED\n');

const words = {
  ar: {
    kind: /قالب الملف/,
    gmpp: 'محفظة المشروعات الحكومية الكبرى (المملكة المتحدة)',
    choose: 'اختيار ملف',
    repair: /^تعديل الخلية/,
    asOf: 'كما كان معلومًا في',
    lookAgain: 'معاينة من جديد',
    import: /^استيراد /,
    clean: 'لا أخطاء',
    portfolio: 'إلى ملفات التسريع',
    current: 'الموعد المعتمد',
  },
  en: {
    kind: /Kind of file/,
    gmpp: 'Government Major Projects Portfolio (UK)',
    choose: 'Choose a file',
    repair: /^Edit the cell/,
    asOf: 'As known on',
    lookAgain: 'Look again',
    import: /^Import /,
    clean: 'No faults',
    portfolio: 'To the portfolio',
    current: 'current target',
  },
} as const;

/** A file in which one date was mistyped, and what is right. */
interface Mistyped {
  readonly filename: string;
  readonly bytes: Buffer;
  /** Of a source; our own table is chosen from the start. */
  readonly profile?: 'gmpp';
  readonly asOf?: string;
  readonly rows: number;
  /** Where a spreadsheet shows it, the header being row 1. */
  readonly row: number;
  readonly column: string;
  readonly wrong: string;
  readonly right: string;
  readonly title: string;
  /** What is promised of it, once it is imported. */
  readonly promised: string;
}

/** The bytes with one text in place of another that stands there once; whatever the encoding, the rest stays as it was. */
const mistype = (bytes: Buffer, right: string, wrong: string): Buffer => {
  const parts = bytes.toString('latin1').split(right);
  expect(parts).toHaveLength(2);
  return Buffer.from(parts.join(wrong), 'latin1');
};

/** A yearly snapshot of the Government Major Projects Portfolio, as it was published but for one date. */
const gmpp = (year: number, asOf: string, project: string, wrong: string): Mistyped => {
  const file = join(data!, `gmpp/gmpp_${year}.csv`);
  const all = separatedRows(file, { separator: ';', encoding: 'windows-1252' });
  const at = all.findIndex((row) => row['project_name'] === project);
  const { start_date: start, end_date: right = '' } = all[at]!;
  return {
    filename: `gmpp_${year}.csv`,
    bytes: mistype(readFileSync(file), `;${start};${right};`, `;${start};${wrong};`),
    profile: 'gmpp',
    asOf,
    rows: all.length,
    row: at + 2,
    column: 'end_date',
    wrong,
    right,
    title: project,
    promised: right,
  };
};

/** Our own table, as somebody fills it in by hand. */
const ownTable = (title: string): Mistyped => {
  const lines = [
    'kind,initiative,title (Arabic),title (English),owner,started on,milestone,milestone title (Arabic),target',
    `projects,by-hand,${title},${title},transport,2026-03-01,first,حفر الآبار,2026-12-15`,
    'projects,by-hand,,,,,second,تشغيل المضخات,2027-02-30',
  ];
  return {
    filename: 'our-projects.csv',
    bytes: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
    rows: 2,
    row: 3,
    column: 'target',
    wrong: '2027-02-30',
    right: '2027-02-28',
    title,
    promised: '2027-02-28',
  };
};

const chooseFile = async (page: Page, { language }: Look, { filename, bytes }: Mistyped): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: words[language].choose }));
  await (await chooser).setFiles({ name: filename, mimeType: 'text/csv', buffer: bytes });
};

const chooseProfile = async (page: Page, { language }: Look, profile: 'gmpp'): Promise<void> => {
  await press(page, page.getByRole('button', { name: words[language].kind }));
  await press(page, page.getByRole('option', { name: words[language][profile] }));
};

/** Sees the fault where it is, and mends it there. */
const mend = async (page: Page, { language }: Look, given: Mistyped): Promise<void> => {
  const said = words[language];
  const fault = page.locator('.import-fault', { has: page.locator('.import-why-fault') });
  await fault.waitFor();
  expect(await fault.locator('th').innerText()).toBe(String(given.row));
  expect((await fault.locator('td').allInnerTexts()).slice(0, 2)).toEqual([given.column, given.wrong]);
  expect(await page.getByRole('button', { name: said.import }).isDisabled()).toBe(true);
  await press(page, fault.getByRole('button', { name: said.repair }));
  const cell = page.locator('input.import-cell');
  await cell.and(page.locator(':focus')).waitFor();
  expect(await cell.inputValue()).toBe(given.wrong);
  await cell.fill(given.right);
  await press(page, page.getByRole('button', { name: said.lookAgain }));
  await page.locator('.import-state', { hasText: said.clean }).waitFor();
};

/** Imports what was found clean; how far it is shows meanwhile. */
const run = async (page: Page, { language }: Look): Promise<void> => {
  const progress = page.getByRole('progressbar').waitFor();
  await press(page, page.getByRole('button', { name: words[language].import }));
  await progress;
  await page.getByRole('link', { name: words[language].portfolio }).waitFor({ timeout: 120_000 });
};

/** Found by its name, with the date that was mended. */
const findInPortfolio = async (page: Page, { language }: Look, { title, promised }: Mistyped): Promise<void> => {
  const said = words[language];
  await press(page, page.getByRole('link', { name: said.portfolio }));
  await page.locator('input[type=search]').fill(title);
  const row = page.locator('[data-row]', { has: page.getByText(title, { exact: true }) });
  await row.locator(`svg[role=img][aria-label*="${said.current} ${dayIn(language, promised)}"]`).waitFor();
};

const importStory = async (look: Look, given: Mistyped): Promise<void> => {
  const page = await under.visit('administrator', '/import', look);
  await settled(page);
  if (given.profile !== undefined) await chooseProfile(page, look, given.profile);
  if (given.asOf !== undefined) await typeDay(page.getByRole('group', { name: words[look.language].asOf }), given.asOf);
  await chooseFile(page, look, given);
  await mend(page, look, given);
  await run(page, look);
  await findInPortfolio(page, look, given);
  const [latest] = listOf((await under.masar.client.json('/api/imports?limit=1'))['items']);
  expect(latest).toMatchObject({ filename: given.filename, status: 'completed', rows: given.rows });
};

describeInBrowser('a table filled in by hand, with a day there is not', () => {
  it.each([
    { language: 'en', inlineSize: 1440 },
    { language: 'ar', inlineSize: 390 },
  ] as const)('is mended where it is wrong and imported, in $language at $inlineSize', async (look) => {
    await importStory(look, ownTable(`آبار ${look.inlineSize}`));
  });
});

(data === undefined ? () => undefined : describeInBrowser)('a real file with a fault', () => {
  it('shows it at its row, is mended there and imported, in Arabic at 1440', async () => {
    await importStory({ language: 'ar', inlineSize: 1440 }, gmpp(2021, '2021-03-31', 'Marshall', '2024-12-32'));
  });

  it('the next snapshot of the same source, in English at 390', async () => {
    await importStory({ language: 'en', inlineSize: 390 }, gmpp(2022, '2022-03-31', 'HMCTS Reform', '2023-13-31'));
  });
});
