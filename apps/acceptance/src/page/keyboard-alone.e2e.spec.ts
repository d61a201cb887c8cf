import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { focused } from './focus.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import {
  bookedToPartner,
  contestedByPartner,
  dayFromToday,
  eventsOf,
  givenProject,
  owedByPartner,
  type Ground,
} from './steps/ground.js';

jest.setTimeout(240_000);

const under = usePage();
const mostSteps = 150;

/** On with Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    if (name.test((await focused(page)).what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing called ${String(name)} within ${mostSteps} steps`);
};
const keys = async (page: Page, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const countOf = async ({ id }: Ground, type: string) => (await eventsOf(under, `/api/projects/${id}`, type)).length;

const patienceMs = 30_000;
/** Waits until it is recorded; it is recorded once. */
const isRecorded = async (ground: Ground, type: string): Promise<void> => {
  for (const end = Date.now() + patienceMs; (await countOf(ground, type)) === 0 && Date.now() < end;) await pause(100);
  expect([type, await countOf(ground, type)]).toEqual([type, 1]);
};

/** What had the focus is gone with what was done: whoever has no mouse goes on from beside it, not from the top of the page. */
const goesOnFrom = (page: Page, part: string) =>
  page.waitForFunction((beside) => Boolean(document.activeElement?.closest(beside)), part);

/** The board with the row of one milestone chosen, as Tab leads there. */
const boardOn = async (ground: Ground) => {
  const page = await under.visit('lead', '/milestones');
  await settled(page);
  const row = page.locator('.team-row', { hasText: ground.milestoneTitle });
  await row.waitFor();
  await page.keyboard.press('Tab');
  // The arrows and the letters go from row to row; the same row is left and found again by both.
  for (let step = 0; step < mostSteps && (await row.getAttribute('aria-current')) !== 'true'; step += 1)
    await page.keyboard.press(step % 2 === 0 ? 'ArrowDown' : 'KeyJ');
  expect(await row.getAttribute('aria-current')).toBe('true');
  return { page, row };
};

describeInBrowser('the board by keys alone', () => {
  it('reports, takes back, expects, waits, asks and raises', async () => {
    const ground = await givenProject(under);
    const { page, row } = await boardOn(ground);
    const said = (state: string) => row.locator(`.team-state-${state}`).waitFor();
    const pane = row.locator('.team-pane');

    await keys(page, '1');
    await pane.waitFor();
    await keys(page, 'Enter');
    await said('arrived');
    await isRecorded(ground, 'milestone.reached.v1');
    await keys(page, 'KeyZ');
    await isRecorded(ground, 'milestone.reopened.v1');

    // What was just taken back can be said again once the row shows it: the key does no harm until then, nor after.
    for (const end = Date.now() + patienceMs; !(await pane.isVisible()) && Date.now() < end; await pause(100))
      await keys(page, '2');
    await keys(page, 'Enter');
    await said('arrived');
    await isRecorded(ground, 'milestone.forecast.v1');

    await keys(page, '3');
    await pane.waitFor();
    await tabTo(page, /انتظار مستندات|مستندات/);
    await keys(page, 'Enter');
    await pane.waitFor({ state: 'detached' });
    await said('arrived');
    await isRecorded(ground, 'wait.began.v1');

    await keys(page, '4');
    await pane.waitFor();
    // The day, the month and the year, one after the other, in whichever order they stand.
    await page.keyboard.type('01022027');
    await tabTo(page, /^input/);
    await page.keyboard.type('تأخر التوريد');
    await keys(page, 'Enter');
    await pane.waitFor({ state: 'detached' });
    await said('arrived');
    await isRecorded(ground, 'milestone.target-change-requested.v1');

    await keys(page, 'KeyB');
    await pane.waitFor();
    await page.keyboard.type('لا كهرباء في الموقع');
    await keys(page, 'Escape');
    await pane.waitFor({ state: 'detached' });
    expect((await focused(page)).isPage).toBe(false);
  });
});

describeInBrowser('the portfolio by keys alone', () => {
  it('goes from row to row, finds, tells its keys and opens', async () => {
    const page = await under.visit('reviewer', '/portfolio');
    await settled(page);
    await keys(page, 'Slash');
    expect((await focused(page)).what).toMatch(/^input/);
    // While somebody types, a letter is a letter.
    await page.keyboard.type('jk?');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    await keys(page, 'Control+A', 'Delete', 'Tab');
    await settled(page);
    await keys(page, 'Shift+Slash');
    await page.getByRole('dialog').waitFor();
    await keys(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-row]').first().waitFor();
    await keys(page, 'KeyJ', 'KeyJ', 'KeyK');
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null);
    const { leadsTo } = await focused(page);
    expect(leadsTo).toMatch(/^\/initiatives\//);
    await keys(page, 'Enter');
    await page.waitForURL(`**${leadsTo}`);
  });
});

describeInBrowser('an initiative by keys alone', () => {
  it('is rated, its days contested, and what waits is decided', async () => {
    const ground = await owedByPartner(under);
    await bookedToPartner(under, ground);
    const lead = await under.client('lead');
    const asked = { to: '2027-03-01', reason: 'تأخر التوريد' };
    await lead.accept(`/api/projects/${ground.id}/milestones/${ground.milestone}/target-changes`, asked);
    const page = await under.visit('reviewer', `/initiatives/projects/${ground.id}`);
    await settled(page);

    await tabTo(page, /^button موافقة/);
    await keys(page, 'Enter');
    await page.locator('.decisions-one').waitFor({ state: 'detached' });
    await isRecorded(ground, 'milestone.target-change-decided.v1');
    await goesOnFrom(page, '.decisions');

    await settled(page);
    await tabTo(page, /^button تقييم/);
    await keys(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('radio').first().waitFor();
    for (
      let step = 0;
      step < 5 && !(await page.evaluate(() => document.activeElement?.matches('[type=radio]')));
      step += 1
    )
      await keys(page, 'Tab');
    await keys(page, 'Space', 'Tab');
    await page.keyboard.type('على المسار');
    await tabTo(page, /^button تقييم/);
    await keys(page, 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isRecorded(ground, 'rating.given.v1');
  });

  it('days are ruled to be another’s by a reviewer', async () => {
    const ground = await owedByPartner(under);
    await bookedToPartner(under, ground);
    await contestedByPartner(under, ground);
    const page = await under.visit('reviewer', `/initiatives/projects/${ground.id}`);
    await page.locator('.decisions-one').waitFor();
    await settled(page);
    await tabTo(page, /^button إعادة القيد/);
    await keys(page, 'Enter');
    await page.locator('.decisions-form .choice-button:focus').waitFor();
    await keys(page, 'Enter');
    await page.getByRole('listbox').waitFor();
    await keys(page, 'Home', 'Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await tabTo(page, /^textarea/);
    await page.keyboard.type('لم تُطلب المستندات إلا بعدها');
    await tabTo(page, /^button تأكيد القرار: إعادة القيد/);
    await keys(page, 'Enter');
    await page.locator('.decisions-one').waitFor({ state: 'detached' });
    await isRecorded(ground, 'ledger.contest-decided.v1');
    await goesOnFrom(page, '.decisions');
  });

  it('days booked to the own entity are contested by its official', async () => {
    const ground = await givenProject(under);
    const booked = { party: 'entity:transport', reason: 'busy', since: dayFromToday(-9) };
    await (await under.client('lead')).accept(`/api/projects/${ground.id}/waits`, booked);
    const page = await under.visit('lead', `/initiatives/projects/${ground.id}`);
    await page.locator('.ledger-actions [aria-haspopup=dialog]').waitFor();
    await settled(page);
    await tabTo(page, /^button اعتراض على أيام/);
    await keys(page, 'Enter');
    await page.locator('[role=dialog] textarea:focus').waitFor();
    await page.keyboard.type('كنا ننتظر غيرنا');
    await tabTo(page, /^button تقديم الاعتراض/);
    await keys(page, 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isRecorded(ground, 'ledger.contested.v1');
    await page.locator('.ledger-contested').waitFor();
    await goesOnFrom(page, '#ledger');
  });

  it('days are contested by the partner they are booked to, and a file is brought', async () => {
    const owed = await owedByPartner(under);
    await bookedToPartner(under, owed);
    const page = await under.visit('partner', '/commitments', { language: 'en' });
    await settled(page);
    const card = page.locator('article.commitment', { hasText: owed.milestoneTitle });
    await card.getByRole('button', { name: 'Report as done' }).focus();
    await keys(page, 'Enter');
    await card.locator('.commitment-pane :focus').waitFor();
    await tabTo(page, /^button Upload a file/);
    const choosing = page.waitForEvent('filechooser');
    await keys(page, 'Enter');
    await (await choosing).setFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('delivered') });
    await card.locator('.evidence-there').waitFor();
    await tabTo(page, /^button Send and pass the clock/);
    await keys(page, 'Enter');
    await card.locator('.clock-running.clock-government').waitFor();

    const booked = page.locator('.booked-entry', { hasText: owed.title });
    await booked.getByRole('button').focus();
    await keys(page, 'Enter');
    await booked.locator('textarea:focus').waitFor();
    await page.keyboard.type('the papers were with you');
    await tabTo(page, /^button Send the contest/);
    await keys(page, 'Enter');
    await booked.locator('.booked-open').waitFor();
    await isRecorded(owed, 'ledger.contested.v1');
  });
});
