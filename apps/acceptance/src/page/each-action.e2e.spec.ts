import { beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf } from './accessible.js';
import { describeInBrowser, hasBrowser } from './browser.js';
import { focusIs } from './opened.js';
import { usePage } from './page-for-specs.js';
import { go, settled } from './settled.js';
import { everyState } from './steps/every-state.js';

// Every window of the list of actions is opened twice: a busy machine takes its time.
jest.setTimeout(400_000);

const under = usePage();
/** Everything the list of actions can offer, over all kinds and roles. */
const actionsThereAre = 26;
let addresses: readonly string[] = [];

beforeAll(async () => {
  if (hasBrowser) addresses = await everyState(under);
}, 120_000);

/** Opens the list of actions by the keyboard; answers what it offers. */
const offered = async (page: Page): Promise<readonly string[]> => {
  await page.locator('.initiative-ways button[aria-haspopup]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  return page.getByRole('menuitem').allInnerTexts();
};

/** The window of one action, opened and left by the keyboard; what is wrong with it. */
const lookInto = async (page: Page, action: string, at: number): Promise<readonly string[]> => {
  await offered(page);
  await page.getByRole('menuitem').nth(at).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await settled(page);
  const found = (await focusIs(page)).isOver ? [] : ['the focus did not move into the window'];
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((shown) => void (document.documentElement.dataset['theme'] = shown), theme);
    found.push(...(await faultsOf(page, '[role=dialog]')).map((fault) => `${theme}: ${fault}`));
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('.initiative-ways') !== null);
  return found.map((fault) => `${action}: ${fault}`);
};

/** Opens every action somebody is offered and nobody has looked into before. */
const walkActions = async (visitor: 'lead' | 'reviewer', language: 'ar' | 'en', known: Set<string>) => {
  const faults: string[] = [];
  const page = await under.visit(visitor, '/', { language, isStill: true });
  for (const address of addresses) {
    await go(page, address);
    const actions = await offered(page);
    await page.keyboard.press('Escape');
    for (const [at, action] of actions.entries()) {
      if (known.has(action)) continue;
      known.add(action);
      faults.push(...(await lookInto(page, action, at)));
    }
  }
  return faults;
};

const lookedInto = async (language: 'ar' | 'en') => {
  const known = new Set<string>();
  const faults = [...(await walkActions('lead', language, known)), ...(await walkActions('reviewer', language, known))];
  return { language, faults, isAll: known.size === actionsThereAre || [...known] };
};

describeInBrowser('each action of an initiative', () => {
  it('is opened and left by the keyboard, and axe finds nothing in it', async () => {
    // Side by side: a walk waits far longer than it computes.
    expect(await Promise.all([lookedInto('ar'), lookedInto('en')])).toEqual([
      { language: 'ar', faults: [], isAll: true },
      { language: 'en', faults: [], isAll: true },
    ]);
  });
});
