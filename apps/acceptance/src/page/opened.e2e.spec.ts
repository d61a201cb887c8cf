import { beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf } from './accessible.js';
import { walkers } from './addresses.js';
import { describeInBrowser, hasBrowser } from './browser.js';
import { closeByKey, layersOf, openByKey, openerAt, openersOn, type Opener } from './opened.js';
import { usePage } from './page-for-specs.js';
import type { Visitor } from './people.js';
import { settled } from './settled.js';
import { bookedToPartner, contestedByPartner, owedByPartner } from './steps/ground.js';
import { walk } from './walk.js';

// Everything that opens is opened on every screen: a busy machine takes its time.
jest.setTimeout(600_000);

const under = usePage();
/** Where decisions wait, and where days are booked that can be contested. */
const more: Partial<Record<Visitor, readonly string[]>> = {};

beforeAll(async () => {
  if (!hasBrowser) return;
  await bookedToPartner(under, await owedByPartner(under));
  const decided = await owedByPartner(under);
  await bookedToPartner(under, decided);
  await contestedByPartner(under, decided);
  more.reviewer = [`/initiatives/projects/${decided.id}`];
}, 120_000);

const inBothThemes = async (page: Page, within: string): Promise<readonly string[]> => {
  const found: string[] = [];
  // What the head of the page lies over after a scroll is no smaller for it.
  await page.evaluate(() => scrollTo(0, 0));
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((shown) => void (document.documentElement.dataset['theme'] = shown), theme);
    found.push(...(await faultsOf(page, within)).map((fault) => `${theme}: ${fault}`));
  }
  return found;
};

/** Opens one by the keyboard, looks at it, and leaves it. */
const opened = async (page: Page, opener: Opener): Promise<readonly string[]> => {
  const before = await layersOf(page);
  const { isLayer, faults: faultsOfFocus } = await openByKey(page, openerAt(page, opener), opener);
  const faults = [
    ...faultsOfFocus,
    // All of the page with what lies over it: rules of a whole page (that everything is within a landmark) hold of no part.
    ...(await inBothThemes(page, isLayer ? 'html' : 'main')),
    ...(await closeByKey(page, opener, before)),
  ];
  // Whatever did not close must not stand in the way of the next.
  if (faults.length > 0) await page.reload().then(() => settled(page));
  return faults.map((fault) => `${opener.name || opener.sort}: ${fault}`);
};

/** What there is to open for somebody: of a sort that was not there, nothing was looked at. */
const atLeast: Record<string, number> = { administrator: 15, reviewer: 9, lead: 12, partner: 7 };

/** What somebody finds amiss who opens everything there is. */
const openedBy = async (visitor: Visitor, language: 'ar' | 'en') => {
  const known = new Set<string>();
  const look = async (page: Page) => {
    const found: string[] = [];
    for (const opener of await openersOn(page)) {
      if (known.has(opener.sort)) continue;
      known.add(opener.sort);
      found.push(...(await opened(page, opener)));
    }
    return found;
  };
  const faults = await walk(under, visitor, { language, isStill: true }, look, more[visitor]);
  return { language, faults, isEnough: known.size >= atLeast[visitor]! || [...known] };
};

describeInBrowser('whatever opens', () => {
  // Side by side: a walk waits far longer than it computes.
  it.each(walkers)('is readable by everybody and left by the keyboard: %s', async (visitor) => {
    const both = await Promise.all([openedBy(visitor, 'ar'), openedBy(visitor, 'en')]);
    expect(both).toEqual([
      { language: 'ar', faults: {}, isEnough: true },
      { language: 'en', faults: {}, isEnough: true },
    ]);
  });
});
