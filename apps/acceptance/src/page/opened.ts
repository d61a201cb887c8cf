import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.js';

/** Whatever says of itself that it opens something: a window, a menu, a list, or a part of the screen that is folded. */
const openers =
  '[aria-haspopup]:not([aria-haspopup=false]):visible, [aria-expanded=false]:visible:not([aria-haspopup])';

export interface Opener {
  /** Its place among the openers of the screen. */
  readonly at: number;
  /** What it looks like without what it is about: one of a sort stands for all. */
  readonly sort: string;
  readonly name: string;
}

/** One opener of each sort on a screen. */
export const openersOn = async (page: Page): Promise<readonly Opener[]> => {
  const all = await page.locator(openers).evaluateAll((found) =>
    found.map((one, at) => {
      const pops = one.getAttribute('aria-haspopup');
      const said = (one as HTMLElement).innerText.replaceAll(/\d+/g, '').trim();
      const icon = one.querySelector('svg path')?.getAttribute('d') ?? '';
      // A list of choices is one thing, whatever is chosen in it.
      const sort = pops === 'listbox' ? 'listbox' : `${pops ?? 'fold'} ${said || icon}`;
      return { at, sort, name: one.getAttribute('aria-label') ?? said };
    }),
  );
  return all.filter(({ sort }, at) => all.findIndex((other) => other.sort === sort) === at);
};

export const openerAt = (page: Page, { at }: Opener): Locator => page.locator(openers).nth(at);

/** Marks what has the focus, so that it is known again when the focus comes back to it. */
export const remember = (opener: Locator): Promise<void> =>
  opener.evaluate((one) => {
    document.querySelectorAll('[data-remembered]').forEach((old) => old.removeAttribute('data-remembered'));
    one.setAttribute('data-remembered', '');
  });

export const layers = '[role=dialog], [role=menu], [role=listbox], [role=alertdialog]';

/** Where the focus is after something was opened or closed. */
export const focusIs = (page: Page) =>
  page.evaluate((over) => {
    const focused = document.activeElement;
    const isNowhere = focused === null || focused === document.body;
    return {
      isNowhere,
      isOver: focused?.closest(over) !== null && !isNowhere,
      name: focused?.getAttribute('aria-label') ?? (focused as HTMLElement | null)?.innerText?.slice(0, 40) ?? '',
    };
  }, layers);

export const layersOf = (page: Page): Promise<number> => page.locator(layers).filter({ visible: true }).count();

/** Opens it by the keyboard; answers whether it lies over the screen, and what is wrong with where the focus went. */
export const openByKey = async (page: Page, opener: Locator, { sort }: Opener) => {
  const before = await layersOf(page);
  await remember(opener);
  await opener.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const { isNowhere, isOver, name } = await focusIs(page);
  // Of some the button does not say that it opens a window.
  const isLayer = !sort.startsWith('fold') || (await layersOf(page)) > before;
  if (isLayer && !isOver) return { isLayer, faults: [`the focus did not move into what opened, it is on “${name}”`] };
  return { isLayer, faults: isNowhere ? ['the focus is nowhere after opening'] : [] };
};

const patienceMs = 15_000;

/** Shut again, with the focus on what opened it, or on its like where it was made anew. */
const isLeft = ([over, before, name]: readonly [string, number, string]): boolean => {
  const open = [...document.querySelectorAll(over)].filter((one) => one.checkVisibility()).length;
  const focused = document.activeElement as HTMLElement;
  const isSame = focused.hasAttribute('data-remembered') || (focused.ariaLabel ?? focused.innerText.trim()) === name;
  return open <= before && focused.ariaExpanded !== 'true' && isSame;
};

/** Leaves it by Escape, or by the button that folds it out; answers what is wrong with where the focus went. */
export const closeByKey = async (page: Page, { name }: Opener, before: number): Promise<readonly string[]> => {
  const isOnButton = await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
  await page.keyboard.press(isOnButton ? 'Enter' : 'Escape');
  const left = page.waitForFunction(isLeft, [layers, before, name] as const, { timeout: patienceMs });
  return left.then(
    () => [],
    async () => [`left by the keyboard, the focus is on “${(await focusIs(page)).name}”`],
  );
};
