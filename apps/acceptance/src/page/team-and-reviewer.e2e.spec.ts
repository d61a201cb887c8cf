import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { dayFrom, dayIn } from './steps/days.js';
import { press } from './steps/hands.js';
import { everyLook, type Look } from './steps/looks.js';
import { mark, markOf } from './steps/same-document.js';
import { TeamProject } from './steps/team-project.js';

const under = usePage();

const words = {
  ar: {
    reach: /^تسجيل إنجاز/,
    forecast: /^موعد متوقع/,
    wait: /^ننتظر/,
    today: /^اليوم/,
    week: /^بعد الموعد بـ7 أيام/,
    documents: 'مستندات ناقصة',
    arrived: /وصل \d\d:\d\d/,
    actual: 'تاريخ الإنجاز',
    expected: 'الموعد المتوقع',
    waiting: 'انتظار',
  },
  en: {
    reach: /^Reached/,
    forecast: /^Forecast/,
    wait: /^Waiting on/,
    today: /^Today/,
    week: /^7 days after the target/,
    documents: 'Documents missing',
    arrived: /Arrived \d\d:\d\d/,
    actual: 'actual',
    expected: 'forecast',
    waiting: 'waiting on',
  },
} as const;

/** The line of the project in a portfolio; with words, once it says them. */
const lineOf = (portfolio: Page, project: TeamProject, words?: string): Locator =>
  portfolio.locator(
    `[data-row="projects/${project.id}"] svg[role=img]${words === undefined ? '' : `[aria-label*="${words}"]`}`,
  );

/** The portfolio of a reviewer, open in a browser of its own. */
const openPortfolio = async (project: TeamProject, look: Look): Promise<Page> => {
  const portfolio = await under.visit('reviewer', project.inPortfolio, look);
  await lineOf(portfolio, project).waitFor();
  await portfolio.waitForSelector('.liveness-live');
  await mark(portfolio);
  return portfolio;
};

/** The board of a member of the team, and the row of the milestone the portfolio draws. */
const openBoard = async (project: TeamProject, look: Look) => {
  const board = await under.visit('member', '/milestones', look);
  const row = board.locator(project.row('m-1'));
  await row.waitFor();
  return { board, row };
};

describeInBrowser('a milestone of a team', () => {
  it.each(everyLook)(
    'is told with two presses each, in $language at $inlineSize, and a reviewer sees it without doing anything',
    async (look) => {
      const said = words[look.language];
      const project = await TeamProject.make(under);
      const portfolio = await openPortfolio(project, look);
      const { board, row } = await openBoard(project, look);
      const tell = async (act: RegExp, answer: RegExp | string) => {
        await press(board, row.getByRole('button', { name: act }));
        await press(board, row.getByRole('button', { name: answer }));
        await row.getByText(said.arrived).waitFor();
      };

      await tell(said.forecast, said.week);
      const expected = dayFrom(project.targets['m-1'], 7);
      await lineOf(portfolio, project, `${said.expected} ${dayIn(look.language, expected)}`).waitFor();
      expect(await lineOf(portfolio, project).locator('.mark-expected').count()).toBe(1);

      await tell(said.wait, said.documents);
      await lineOf(portfolio, project, said.waiting).waitFor();

      await tell(said.reach, said.today);
      await lineOf(portfolio, project, `${said.actual} ${dayIn(look.language, project.today)}`).waitFor();
      expect(await lineOf(portfolio, project).locator('.mark-actual').count()).toBe(1);

      expect(await markOf(portfolio)).toBe('same');
      const told = await project.milestone(await under.client('reviewer'), 'm-1');
      expect(told).toMatchObject({ status: 'reached', actual: project.today, forecast: { team: expected } });
    },
  );

  // It is always another day in one of the two than it is for the team; what is told is told of the team's own.
  it.each([
    ['ar', 'Pacific/Kiritimati'],
    ['en', 'Pacific/Pago_Pago'],
  ] as const)('is told with two keys, in %s, on a device in %s', async (language, zone) => {
    const look = { language, inlineSize: 1440, zone } as const;
    const said = words[language];
    const project = await TeamProject.make(under);
    const portfolio = await openPortfolio(project, look);
    const { board, row } = await openBoard(project, look);
    // ↓ goes from row to row; nothing is said by that.
    const rows = await board.locator('.team-row').count();
    for (let step = 0; step < rows && (await row.getAttribute('aria-current')) !== 'true'; step += 1)
      await board.keyboard.press('ArrowDown');
    await board.keyboard.press('Digit1');
    await row.getByRole('button', { name: said.today }).and(row.locator(':focus')).waitFor();
    await board.keyboard.press('Enter');
    await row.getByText(said.arrived).waitFor();
    await lineOf(portfolio, project, `${said.actual} ${dayIn(language, project.today)}`).waitFor();
    expect(await markOf(portfolio)).toBe('same');
    // Where the keys were, they are still.
    expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
