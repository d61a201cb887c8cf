import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sideways } from './accessible.js';
import { walkers } from './addresses.js';
import { describeInBrowser } from './browser.js';
import { unseenStops } from './focus.js';
import { usePage } from './page-for-specs.js';
import { walk } from './walk.js';

// A walk opens every screen of somebody: a busy machine takes its time.
jest.setTimeout(600_000);

const under = usePage();

/** Whatever takes time to change: nothing does for somebody who asked for stillness. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const times = [animationName === 'none' ? '0s' : animationDuration, transitionDuration].join(', ').split(', ');
      return times.every((time) => Number.parseFloat(time) === 0)
        ? []
        : [`moves: ${element.tagName}.${element.getAttribute('class')}`];
    }),
  );

/** Words that are cut off without saying so: what says so ends in an ellipsis. */
const cut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
      if (!hasWords || element.clientWidth <= 1 || element instanceof SVGElement) return [];
      const isWide =
        overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const isTall = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 4;
      return isWide || isTall ? [`cut: ${element.className} “${element.innerText.slice(0, 40)}”`] : [];
    }),
  );

/** A mark whose colour says something says it by its shape, its hatch or a word too: one of them is never alone. */
const colourAlone = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.chart-colour, .confidence')].flatMap((mark) => {
      const hasWord = (mark.innerText + (mark.getAttribute('aria-label') ?? '')).trim() !== '';
      return hasWord ? [] : [`colour alone: ${mark.outerHTML.slice(0, 80)}`];
    }),
  );

describeInBrowser('everybody sees', () => {
  it.each(walkers)('where the focus is, on every screen of the %s, and nothing that moves', async (visitor) => {
    const faults = await walk(under, visitor, { isStill: true }, async (page) => [
      ...(await unseenStops(page)),
      ...(await moving(page)),
      ...(await colourAlone(page)),
    ]);
    expect(faults).toEqual({});
  });

  it.each(walkers)('all of every screen of the %s at 200 %', async (visitor) => {
    const look = { language: 'en', inlineSize: 720, blockSize: 450, scale: 2, isStill: true } as const;
    const faults = await walk(under, visitor, look, async (page) => [
      ...[await sideways(page)].flatMap((said) => said ?? []),
      ...(await cut(page)),
    ]);
    expect(faults).toEqual({});
  });
});
