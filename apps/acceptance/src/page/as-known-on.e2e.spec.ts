import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listOf, type Shown } from '../harness/shown.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import { dayIn } from './steps/days.js';
import { press } from './steps/hands.js';
import { everyLook, type Look } from './steps/looks.js';

const under = usePage();
const initiative = 'projects/metro-line-4-stage-1';

const words = {
  ar: {
    asTable: 'عرض جدول',
    back: 'العودة إلى اليوم',
    commands: [/^موافقة$/, /^رفض$/, /^اعتراض/, /^تقييم/, /^إضافة ملاحظة$/],
  },
  en: {
    asTable: 'Show as table',
    back: 'Back to today',
    commands: [/^Approve$/, /^Reject$/, /^Contest/, /^Rate$/, /^Add note$/],
  },
} as const;

/** Every figure and every day the page shows of the ledger and of the milestones. */
const shownOn = (page: Page) =>
  page.evaluate(() => {
    const textsOf = (within: ParentNode, what: string) =>
      [...within.querySelectorAll(what)].map((element) => element.textContent!.replace(/[\u2066-\u2069]/g, '').trim());
    const figures = (texts: readonly string[]) =>
      texts.map((text) => Number(text.replaceAll(',', '').replace('−', '-')));
    return {
      sums: figures(textsOf(document, '.ledger-equation > b')),
      parties: [...document.querySelectorAll('.ledger-parties tbody tr')].map((row) =>
        figures(textsOf(row, 'td').filter((text) => !text.includes('%'))),
      ),
      milestones: [...document.querySelectorAll('.timeline-table tbody tr')].map((row) => [
        ...textsOf(row, 'th'),
        ...textsOf(row, 'td').slice(2, 7),
      ]),
    };
  });

/** The same, as the interface answers it. */
const toldBy = (timeline: Shown, language: Look['language']) => {
  const day = (date: unknown) => (typeof date === 'string' ? dayIn(language, date) : '');
  const sum = (sums: Shown, names: readonly string[]) => names.map((name) => Number(sums[name]));
  const { ledger } = timeline;
  const signed = (days: number) => (days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '0');
  return {
    sums: sum(ledger!, ['elapsed', 'active', 'waiting', 'paused']),
    parties: listOf(ledger!['byParty']).map((sums) => {
      const [active, waiting, paused, contested] = sum(sums, ['active', 'waiting', 'paused', 'contested']);
      return [active, waiting, paused, active! + waiting! + paused!, contested];
    }),
    milestones: listOf(timeline['milestones']).map((one) => [
      String(one['title']![language]),
      day(one['originalTarget']?.['date']),
      day(one['currentTarget']!['date']),
      day(one['forecast']!['team']),
      day(one['actual']),
      signed(Number((one['variance'] ?? one['slip'])!['days'])),
    ]),
  };
};

/** What the page shows is what the interface answers as known on that day; without one, today. */
const expectFigures = async (page: Page, { language }: Look, knownOn?: string) => {
  await settled(page);
  const reviewer = await under.client('reviewer');
  const timeline = await reviewer.json(
    `/api/timelines/${initiative}${knownOn === undefined ? '' : `?knownOn=${knownOn}`}`,
  );
  const shown = await shownOn(page);
  expect(shown).toEqual(toldBy(timeline, language));
  return shown;
};

/** The day the thumb stands on, once the page is folded on it. */
const dayShown = async (page: Page, language: Look['language']): Promise<string> => {
  const value = Number(await page.locator('.known-slider input[type=range]').inputValue());
  const day = new Date(value * 86_400_000).toISOString().slice(0, 10);
  await page.waitForURL((url) => url.searchParams.get('knownOn') === day);
  await page.locator('.initiative-past .initiative-headline-past', { hasText: dayIn(language, day) }).waitFor();
  return day;
};

const byKeys = async (page: Page): Promise<void> => {
  await page.locator('.known-slider input[type=range]').focus();
  for (const key of ['PageDown', 'PageDown', 'ArrowDown']) await page.keyboard.press(key);
};

const byPointer = async (page: Page, { inlineSize }: Look): Promise<void> => {
  const track = page.locator('.known-track');
  await track.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await track.boundingBox())!;
  const [middle, third] = [x + width / 2, x + width / 3];
  if (inlineSize < 720) return page.touchscreen.tap(middle, y + height / 2);
  await page.mouse.move(middle, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(third, y + height / 2, { steps: 5 });
  await page.mouse.up();
};

/** How many of the reviewer's commands can be given. */
const commandsOn = async (page: Page, { language }: Look): Promise<readonly number[]> =>
  Promise.all(words[language].commands.map((name) => page.locator('main').getByRole('button', { name }).count()));

describeInBrowser('an initiative as it was known on a day', () => {
  it.each(everyLook)('is shown by keys and by pointer, and left again, in $language at $inlineSize', async (look) => {
    const { language } = look;
    const page = await under.visit('reviewer', `/initiatives/${initiative}`, look);
    await press(page, page.locator('#timeline').getByRole('button', { name: words[language].asTable }));
    const today = await expectFigures(page, look);
    const commands = await commandsOn(page, look);
    expect(commands.every((count) => count > 0)).toBe(true);

    const seen = [JSON.stringify(today)];
    for (const move of [byKeys, byPointer]) {
      await move(page, look);
      const day = await dayShown(page, language);
      seen.push(JSON.stringify(await expectFigures(page, look, day)));
      expect(await commandsOn(page, look)).toEqual(commands.map(() => 0));
    }
    // Three days, three pictures: nothing was left as it stood.
    expect(new Set(seen).size).toBe(3);

    await press(page, page.getByRole('button', { name: words[language].back }));
    await page.waitForSelector('.initiative:not(.initiative-past)');
    expect(await expectFigures(page, look)).toEqual(today);
    expect(await commandsOn(page, look)).toEqual(commands);
  });
});
