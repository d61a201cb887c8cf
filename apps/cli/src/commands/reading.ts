import type { Command } from 'commander';
import {
  idPattern,
  initiativeKinds,
  type PortfolioItem,
  type PortfolioPage,
  type TimelineView,
} from '@masar/contracts';
import { writeFile } from 'node:fs/promises';
import { read, readJson, WrongUse, type MasarClient } from '../masar-client.js';
import { portfolioText } from '../output/portfolio-text.js';
import { timelineText } from '../output/timeline-text.js';
import type { WithClient } from '../session.js';

const query = (fields: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** The whole portfolio: pages of 500 until there is no next. */
const wholePortfolio = async (client: MasarClient, days: Readonly<Record<string, string | undefined>>) => {
  const items: PortfolioItem[] = [];
  let page: PortfolioPage;
  let cursor: string | undefined;
  do {
    page = await readJson<PortfolioPage>(client, `/api/portfolio${query({ ...days, limit: '500', cursor })}`);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { items, totals: page.totals };
};

/** `projects/P-1` as it was given; anything else is wrong use. */
const initiativeNamed = (text: string): string => {
  const [kind, id = '', ...more] = text.split('/');
  if (!initiativeKinds.some((known) => known === kind) || !new RegExp(idPattern).test(id) || more.length > 0)
    throw new WrongUse(`${text}: KIND/ID, KIND one of ${initiativeKinds.join(', ')}`);
  return text;
};

/** `timeline`, `portfolio` and `export`: what reporting answers, as text, JSON or a file. */
export const readingCommands = (program: Command, withClient: WithClient): void => {
  program
    .command('timeline <initiative>')
    .description('عرض المسار الزمني · show the timeline of KIND/ID')
    .option('--on <date>', 'the day it speaks about')
    .option('--known-on <date>', 'as known on a day')
    .option('--json', 'as JSON')
    .action((initiative: string, options: { on?: string; knownOn?: string; json?: boolean }) => {
      const path = `/api/timelines/${initiativeNamed(initiative)}`;
      return withClient(async (client) => {
        const days = query({ on: options.on, knownOn: options.knownOn });
        const timeline = await readJson<TimelineView>(client, `${path}${days}`);
        console.log(options.json ? JSON.stringify(timeline, null, 2) : timelineText(timeline));
      });
    });
  program
    .command('portfolio')
    .description('عرض ملفات التسريع · show every initiative in a line, and the totals')
    .option('--on <date>', 'the day it speaks about')
    .option('--known-on <date>', 'as known on a day')
    .option('--json', 'as JSON')
    .action((options: { on?: string; knownOn?: string; json?: boolean }) =>
      withClient(async (client) => {
        const { items, totals } = await wholePortfolio(client, { on: options.on, knownOn: options.knownOn });
        console.log(options.json ? JSON.stringify({ items, totals }, null, 2) : portfolioText(items, totals));
      }),
    );
  program
    .command('export <what> <file>')
    .description(
      'تصدير · write portfolio, milestones, ledger or events to FILE; its ending names the format (csv, xlsx, json, ics, xes)',
    )
    .action((what: string, file: string) =>
      withClient(async (client) => {
        const format = file.slice(file.lastIndexOf('.') + 1);
        await writeFile(
          file,
          await read(client, `/api/export/${encodeURIComponent(what)}.${encodeURIComponent(format)}`),
        );
        console.log(file);
      }),
    );
};
