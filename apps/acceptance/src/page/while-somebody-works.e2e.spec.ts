import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword, people } from './people.js';
import { settled } from './settled.js';
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

describeInBrowser('two tabs of one browser', () => {
  it('show one person: the other is asked to sign in, and goes on as whoever did', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await page.waitForSelector('#content h1');
    const beside = await page.context().newPage();
    await beside.goto(`${under.masar.url}/account`);
    await beside.waitForSelector('#content h1');
    expect((await (await under.client('lead')).send('GET', '/api/session')).body['user']).toBe(people.lead.user);
    await beside.locator('aside button[aria-haspopup]').last().click();
    await beside.getByRole('menuitem', { name: 'تسجيل الخروج', exact: true }).click();
    // Nothing of what the reviewer read is left on the screen of either.
    for (const tab of [beside, page]) await tab.waitForSelector('main.sign-in input[name=user]');
    await fillDoor(beside, people.lead.user, chosenPassword);
    for (const tab of [beside, page]) await tab.waitForSelector('nav a[href="/milestones"]');
    expect(new URL(page.url()).pathname).toBe('/portfolio');
  });
});

describeInBrowser('a screen that could not be fetched', () => {
  it('takes none of the others along, and is there when the line is', async () => {
    const page = await under.visit('lead', '/milestones');
    await page.waitForSelector('.team-row');
    await settled(page);
    under.watch.expect(/ERR_INTERNET_DISCONNECTED|ERR_INCOMPLETE_CHUNKED/);
    await page.context().setOffline(true);
    const open = (place: string) => page.locator(`nav a[href="${place}"]`).click();
    const again = page.locator('main').getByRole('button', { name: 'إعادة المحاولة' });
    await open('/changes');
    await again.waitFor();
    await open('/milestones');
    await page.waitForSelector('.team-row');
    await page.context().setOffline(false);
    await open('/changes');
    await again.click();
    await page.waitForSelector('main .changes-since');
  });
});

describeInBrowser('who goes back', () => {
  it('is where the screen was left', async () => {
    const page = await under.visit('reviewer', '/portfolio', { blockSize: 500 });
    await page.waitForSelector('.portfolio-title');
    await settled(page);
    const last = page.locator('.portfolio-title').last();
    await last.scrollIntoViewIfNeeded();
    await settled(page);
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(300);
    await last.evaluate((link) => (link as HTMLElement).click());
    await page.waitForSelector('.initiative');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.waitForFunction((place) => Math.abs(scrollY - place) <= 1, left);
    // Loaded anew too.
    await page.reload();
    await page.waitForFunction((place) => Math.abs(scrollY - place) <= 1, left);
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
