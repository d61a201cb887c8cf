import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { focused } from './focus.js';
import { usePage } from './page-for-specs.js';
import { chosenPassword, people } from './people.js';
import { settled } from './settled.js';

const under = usePage();
const mostSteps = 120;

/** Goes on with Tab until the focus leads somewhere; every stop on the way has to be seen. */
const tabUntil = async (page: Page, leadsTo: RegExp): Promise<void> => {
  const unseen: string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.isSeen) unseen.push(at.what);
    if (leadsTo.test(at.leadsTo)) return expect(unseen).toEqual([]);
  }
  throw new Error(`nothing that leads to ${String(leadsTo)} within ${mostSteps} steps`);
};

describeInBrowser('without a mouse', () => {
  it.each(['ar', 'en'] as const)('in %s from the door to an initiative', async (language) => {
    // Makes the account, by the interface.
    await under.client('reviewer');
    const page = await under.open('/', { language });
    await page.waitForSelector('input[name=user]');
    // The door puts the focus where one types.
    await page.keyboard.type(people.reviewer.user);
    await page.keyboard.press('Tab');
    await page.keyboard.type(chosenPassword);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#content h1');
    await settled(page);
    await tabUntil(page, /^#content$/);
    await page.keyboard.press('Enter');
    await tabUntil(page, /^\/initiatives\//);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/initiatives/**');
    await settled(page);
    expect(await page.locator('main h1').count()).toBe(1);
  });

  it('the menu of the account opens, closes with Esc and gives the focus back', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await settled(page);
    await page.locator('.account button').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=menu]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=menu]', { state: 'detached' });
    await page.waitForSelector('.account button:focus');
  });
});

describeInBrowser('who asked for stillness', () => {
  it('sees nothing move', async () => {
    const page = await under.visit('reviewer', '/portfolio', { isStill: true });
    await settled(page);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const times = [animationName === 'none' ? '0s' : animationDuration, transitionDuration].join(', ').split(', ');
        return times.every((time) => Number.parseFloat(time) === 0) ? [] : [`${element.tagName}.${element.className}`];
      }),
    );
    expect(moving).toEqual([]);
  });

  it('and who did not is moved briefly, never on and on', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await settled(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
