import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, sideways } from './accessible.js';
import { walkers } from './addresses.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import { walk } from './walk.js';

// A walk opens every screen of somebody and looks at each eight times: a busy machine takes its time.
jest.setTimeout(600_000);

const under = usePage();
const languages = ['ar', 'en'] as const;
const widest = { width: 1440, height: 900 };
/** A telephone, and 1280 px at 200 % and at 400 %. */
const narrow = [640, 390, 320];

/** What axe says of a screen in both themes. */
const inBothThemes = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const theme of ['dark', 'light']) {
    await page.evaluate((shown) => void (document.documentElement.dataset['theme'] = shown), theme);
    found.push(...(await faultsOf(page)).map((fault) => `${theme}: ${fault}`));
  }
  return found;
};

const atEveryWidth = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of narrow) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    const wide = await sideways(page);
    if (wide !== undefined) found.push(`${width} px: ${wide}`);
  }
  await page.setViewportSize(widest);
  await settled(page);
  return found;
};

/** A screen has one heading, and the side bar leads nowhere in vain. */
const asAScreen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const headings = document.querySelectorAll('main h1').length;
    const isNothing = document.querySelector('main .empty a[href="/"]') !== null;
    const isMeant = location.pathname.startsWith('/nothing');
    return [
      ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
      ...(isNothing === isMeant ? [] : ['nothing at this address']),
    ];
  });

/** Colours that pass from one theme into the other are on their way: they are looked at where they are. */
const still = (language: 'ar' | 'en') => ({ language, isStill: true });

describeInBrowser('everybody can read', () => {
  it.each(languages)('the door, in %s', async (language) => {
    const page = await under.open('/', still(language));
    await settled(page);
    expect([...(await inBothThemes(page)), ...(await atEveryWidth(page))]).toEqual([]);
  });

  // Side by side: a walk waits far longer than it computes.
  it.each(walkers)('every screen of the %s, in both languages, light and dark, at any width', async (visitor) => {
    const walked = (language: 'ar' | 'en') =>
      walk(under, visitor, still(language), async (page) => [
        ...(await asAScreen(page)),
        ...(await inBothThemes(page)),
        ...(await atEveryWidth(page)),
      ]);
    const [ar, en] = await Promise.all(languages.map(walked));
    expect({ ar, en }).toEqual({ ar: {}, en: {} });
  });
});
