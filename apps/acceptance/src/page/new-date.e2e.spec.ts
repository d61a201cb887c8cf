import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword, invite, people } from './people.js';
import { go, settled } from './settled.js';
import { dayFrom, dayIn } from './steps/days.js';
import { press, typeDay } from './steps/hands.js';
import { everyLook, type Look } from './steps/looks.js';
import { mark, markOf } from './steps/same-document.js';
import { TeamProject } from './steps/team-project.js';

const under = usePage();
const reason = 'تأخر توريد القضبان';

const words = {
  ar: {
    ask: /^طلب موعد/,
    field: 'الموعد المطلوب',
    reason: 'السبب في جملة واحدة',
    send: 'إرسال الطلب',
    arrived: /وصل \d\d:\d\d/,
    undecided: (day: string) => `طُلب موعد جديد: ${day}، والقرار لم يصدر`,
    decide: 'اتخاذ القرار',
    approve: 'الموافقة',
    decided: /^سُجّل القرار \d\d:\d\d: الموافقة$/,
    asTable: 'عرض جدول',
  },
  en: {
    ask: /^New date/,
    field: 'Date asked for',
    reason: 'The reason in one sentence',
    send: 'Send request',
    arrived: /Arrived \d\d:\d\d/,
    undecided: (day: string) => `A new date was asked for: ${day}, not yet decided`,
    decide: 'Decide',
    approve: 'Approve',
    decided: /^Recorded \d\d:\d\d: Approve$/,
    asTable: 'Show as table',
  },
} as const;

/** What of the inbox is about one milestone. */
const waiting = (inbox: Page, project: TeamProject, look: Look) =>
  inbox
    .locator('.inbox-item', { hasText: project.title })
    .filter({ hasText: project.nameOf('m-1', look.language) })
    .filter({ hasText: reason });

/** The first action opens the question, the second sends the answer. */
const askForDate = async (board: Page, project: TeamProject, look: Look, date: string): Promise<void> => {
  const said = words[look.language];
  const row = board.locator(project.row('m-1'));
  await press(board, row.getByRole('button', { name: said.ask }));
  await typeDay(row.getByRole('group', { name: said.field }), date);
  await row.getByLabel(said.reason).fill(reason);
  await press(board, row.getByRole('button', { name: said.send }));
  await row.getByText(said.arrived).waitFor();
};

/** The cells of the row of a milestone, in the table of the timeline. */
const cellsOf = async (page: Page, project: TeamProject, look: Look): Promise<readonly string[]> => {
  const table = page.locator('.timeline-table');
  if ((await table.count()) === 0)
    await press(page, page.locator('#timeline').getByRole('button', { name: words[look.language].asTable }));
  const row = table.locator('tr', { hasText: project.nameOf('m-1', look.language) });
  return row.locator('td').allInnerTexts();
};

describeInBrowser('a new date', () => {
  it.each(everyLook)(
    'is asked for with two actions by the team and approved by a reviewer, in $language at $inlineSize',
    async (look) => {
      const said = words[look.language];
      const project = await TeamProject.make(under);
      const promised = project.targets['m-1'];
      const wanted = dayFrom(promised, 21);
      const [before, after] = [promised, wanted].map((date) => dayIn(look.language, date));
      const page = await under.visit('lead', project.address, look);
      await page.waitForSelector('.liveness-live');
      await mark(page);
      expect((await cellsOf(page, project, look)).slice(2, 4)).toEqual([before, before]);

      const board = await under.visit('member', '/milestones', look);
      await askForDate(board, project, look, wanted);
      await board.locator(project.row('m-1')).getByText(said.undecided(after!)).waitFor();

      const inbox = await under.visit('reviewer', '/inbox', look);
      const asked = waiting(inbox, project, look);
      await press(inbox, asked.getByRole('button', { name: said.decide }));
      await asked.getByText(after!).waitFor();
      await press(inbox, asked.getByRole('button', { name: said.approve }));
      await inbox.getByText(said.decided).waitFor();
      await asked.waitFor({ state: 'detached' });

      // Both pages of the team show the promise that is in force now; the first one stays written.
      await page.locator('.timeline-table').getByText(after!).first().waitFor();
      expect((await cellsOf(page, project, look)).slice(2, 4)).toEqual([before, after]);
      const row = board.locator(project.row('m-1'));
      await row.locator('.team-due', { hasText: after! }).waitFor();
      // Its due day and what is asked of it are read beside each other: one may come a moment after the other.
      await row.getByText(said.undecided(after!)).waitFor({ state: 'detached' });
      expect(await markOf(page)).toBe('same');
      const told = await project.milestone(await under.client('reviewer'), 'm-1');
      expect(told).toMatchObject({ originalTarget: { date: promised }, currentTarget: { date: wanted } });
    },
  );
});

describeInBrowser('whoever asked for a date', () => {
  it('is not offered the decision, and is refused it; another reviewer is offered it while he looks on', async () => {
    const look = everyLook[0];
    const project = await TeamProject.make(under);
    // A reviewer who works in this project too: both rights in one hand.
    const lead = await under.client('lead');
    const asking = await under.client('reviewer');
    await lead.accept(`${project.api}/members`, { user: people.reviewer.user, role: 'member' });
    const other = 'noura';
    const token = await invite(under.masar.client, 'reviewer', other);
    await under.masar.client.accept(`/api/invitations/${token}`, { password: chosenPassword });
    const inbox = await under.open('/inbox', look);
    await fillDoor(inbox, other, chosenPassword);
    await inbox.locator('.inbox-item').first().waitFor();
    await settled(inbox);
    await mark(inbox);
    const changes = `${project.api}/milestones/m-1/target-changes`;
    const { id } = await asking.accept(changes, { to: dayFrom(project.targets['m-1'], 7), reason });
    await waiting(inbox, project, look).waitFor();
    expect(await markOf(inbox)).toBe('same');

    const own = await under.visit('reviewer', '/inbox', look);
    await own.locator('.inbox-item').first().waitFor();
    await settled(own);
    expect(await waiting(own, project, look).count()).toBe(0);
    await go(own, project.address);
    expect(await own.getByText(reason).count()).toBeGreaterThan(0);
    expect(await own.getByRole('button', { name: /موافقة/ }).count()).toBe(0);
    // It is offered there to whoever may decide: the words are those.
    await go(inbox, project.address);
    await inbox.getByRole('button', { name: /موافقة/ }).waitFor();
    const refused = await own.evaluate(
      async (address) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const answer = await fetch(address, { method: 'POST', headers, body: '{}' });
        return [answer.status, ((await answer.json()) as { code: string }).code];
      },
      `${changes}/${String(id)}/approve`,
    );
    expect(refused).toEqual([403, 'target-change/own-request']);
  });
});
