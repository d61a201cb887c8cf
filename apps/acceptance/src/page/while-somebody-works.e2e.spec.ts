import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword, people } from './people.js';
import { mark, markOf } from './steps/same-document.js';

const under = usePage();

let made = 0;
/** Something new for the portfolio, made by the interface alone; answers its title. */
const register = async (): Promise<string> => {
  const lead = await under.client('lead');
  const title = `ملف جديد ${(made += 1)}`;
  await lead.accept('/api/projects', { title: { ar: title }, owner: 'transport', startedOn: '2026-01-04' });
  return title;
};
const shows = (page: Page, title: string) => page.getByText(title, { exact: true }).first().waitFor();

describeInBrowser('a change', () => {
  it('made by one person is seen by another, who does nothing', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await page.waitForSelector('h1');
    await mark(page);
    await shows(page, await register());
    expect(await markOf(page)).toBe('same');
  });
});

describeInBrowser('a session that ends while somebody works', () => {
  it('is taken up again over the same screen', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await page.waitForSelector('h1');
    await mark(page);
    const elsewhere = await under.client('reviewer');
    expect((await elsewhere.send('DELETE', '/api/sessions')).status).toBe(204);
    await page.waitForSelector('.sign-in-over input[name=password]');
    // What was there is still there, beneath.
    expect(await page.locator('#content h1').count()).toBe(1);
    expect(await page.inputValue('input[name=user]')).toBe(people.reviewer.user);
    await page.fill('input[name=password]', chosenPassword);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[name=password]', { state: 'detached' });
    expect([new URL(page.url()).pathname, await markOf(page)]).toEqual(['/portfolio', 'same']);
    await shows(page, await register());
  });
});

describeInBrowser('a server that dies', () => {
  it('and comes back is found again by the page itself', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await page.waitForSelector('.liveness-live');
    await page.waitForSelector('#content h1');
    await mark(page);
    under.watch.expect(
      /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/,
    );
    under.watch.expect(/ 503 of |status of 503/);
    // The page hears of this one, and asks a server that is gone.
    const heard = await register();
    await under.masar.kill9();
    await page.waitForSelector('.liveness-away');
    // Longer than a read is asked again: what was read before stays.
    await page.waitForTimeout(10_000);
    expect(await page.locator('#content h1').count()).toBe(1);
    await under.masar.comeBack();
    await page.waitForSelector('.liveness-live');
    for (const title of [heard, await register()]) await shows(page, title);
    expect(await markOf(page)).toBe('same');
  });

  it('is said at the door, where what was typed stays', async () => {
    const page = await under.open('/');
    await page.waitForSelector('input[name=user]');
    under.watch.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/);
    await under.masar.kill9();
    await fillDoor(page, people.reviewer.user, chosenPassword);
    await page.waitForSelector('[role=alert]');
    await under.masar.comeBack();
    expect(await page.inputValue('input[name=password]')).toBe(chosenPassword);
    await page.click('button[type=submit]');
    await page.waitForSelector('#content');
  });
});
