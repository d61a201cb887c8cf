import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

const underWay = new WeakMap<Page, Set<Request>>();
const quietMs = 300;
const patienceMs = 30_000;

/** Keeps count of what a page has asked and not been told yet; its live line, which never ends, left out. */
export const countRequests = (page: Page): void => {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => void (new URL(request.url()).pathname === '/api/live' || open.add(request)));
  const end = (request: Request) => void open.delete(request);
  // Its head is enough: an answer nobody reads to its end is never called finished.
  page.on('response', (response) => end(response.request()));
  page.on('requestfailed', end);
};

/** True when nothing has changed on the page for a moment and no place is held for what is still to come. */
const isQuiet = (page: Page): Promise<boolean> =>
  page.evaluate(
    (quiet) =>
      new Promise<boolean>((resolve) => {
        let hasChanged = false;
        const observer = new MutationObserver(() => void (hasChanged = true));
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => {
          observer.disconnect();
          const main = document.querySelector('main');
          const isThere = main !== null && main.innerText.trim() !== '' && main.querySelector('.skeleton') === null;
          // What moves for ever (a clock that runs) says nothing of a screen that is still coming.
          const moves = document.getAnimations().some((one) => one.effect?.getComputedTiming().endTime !== Infinity);
          resolve(isThere && !hasChanged && !moves);
        }, quiet);
      }),
    quietMs,
  );

/** Waits until a screen shows what it has: everything it asked for was answered, and nothing on it changes or moves. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50)) {
    const isAnswered = () => underWay.get(page)!.size === 0;
    if (isAnswered() && (await isQuiet(page)) && isAnswered()) return;
  }
  const open = [...underWay.get(page)!].map((request) => request.url());
  throw new Error(`${page.url()} does not settle; under way: ${open.join(' ')}`);
};

/** To another screen as a click leads there: without loading the page anew. */
export const go = async (page: Page, address: string): Promise<void> => {
  const before = await page.evaluate((to) => {
    const screen = document.querySelector('main')?.dataset['screen'];
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return screen;
  }, address);
  // A busy machine draws the next screen late: until then the last one stands still too.
  if (new URL(address, page.url()).pathname !== before)
    await page.waitForFunction((old) => document.querySelector('main')?.dataset['screen'] !== old, before);
  await settled(page);
};
