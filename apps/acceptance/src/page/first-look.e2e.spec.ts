import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';

const under = usePage();
const languages = ['ar', 'en'] as const;
const phone = { inlineSize: 390, blockSize: 844 } as const;

/** Titles of which not everything is shown. */
const cutTitles = (page: Page): Promise<readonly string[]> =>
  page.locator('.portfolio-title').evaluateAll((titles) =>
    titles.flatMap((title) => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = title;
      // What flows with the words around it has no box that could cut it.
      if (getComputedStyle(title).display === 'inline') return [];
      return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2 ? [title.textContent ?? ''] : [];
    }),
  );

/** Empty room between the rows that are drawn, and beneath the last one, in pixels. */
const gaps = (page: Page): Promise<readonly number[]> =>
  page.locator('.portfolio-table').evaluate((table) => {
    const rows = [...table.querySelectorAll('tbody tr:not(.portfolio-room)')].map((row) => row.getBoundingClientRect());
    const ends = [...rows.slice(1).map(({ top }) => top), table.getBoundingClientRect().bottom];
    return rows.map(({ bottom }, at) => Math.round(ends[at]! - bottom));
  });

describeInBrowser('the portfolio at first look', () => {
  it.each(languages)('in %s begins with its first initiative above the fold of a telephone', async (language) => {
    const page = await under.visit('reviewer', '/portfolio', { language, ...phone });
    await page.locator('.portfolio-card').first().waitFor();
    await settled(page);
    const { bottom } = await page
      .locator('.portfolio-card .portfolio-title')
      .first()
      .evaluate((title) => title.getBoundingClientRect());
    expect(Math.round(bottom)).toBeLessThan(phone.blockSize);
  });

  it.each(languages)('in %s says every title whole on a desk, close together or not', async (language) => {
    // High enough for all of the demonstration.
    const page = await under.visit('reviewer', '/portfolio', { language, blockSize: 2400 });
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    expect(await cutTitles(page)).toEqual([]);
    await page.getByRole('button', { name: { ar: 'كثيف', en: 'Dense' }[language] }).click();
    await settled(page);
    expect(await cutTitles(page)).toEqual([]);
  });

  it('has its rows one under the other however high each is, to the last', async () => {
    const page = await under.visit('reviewer', '/portfolio', { blockSize: 500 });
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    const all = Number(await page.locator('.portfolio-table').getAttribute('aria-rowcount'));
    const last = page.locator(`[aria-rowindex="${all}"]`);
    for (let step = 0; step < 40 && !(await last.isVisible()); step += 1) {
      await page.mouse.wheel(0, 300);
      await settled(page);
    }
    await last.waitFor();
    expect((await gaps(page)).filter((gap) => Math.abs(gap) > 1)).toEqual([]);
  });
});
