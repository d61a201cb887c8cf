import { dayNumber, daysFrom } from '../../chart/scale.js';
import type { MilestoneListItem } from '@masar/contracts';

export type Row = MilestoneListItem;
export type Need = 'now' | 'open' | 'undated' | 'reported';

/** What a row is, over all initiatives: also what its commands are about. */
export const aboutOf = ({ initiative: { kind, id }, id: milestone }: Row): string =>
  `${kind}/${id}/milestones/${milestone}`;

/** The day a milestone is due, provisional where its rule has not begun to run. */
export const dueOf = ({ currentTarget }: Pick<Row, 'currentTarget'>): string | undefined => {
  if ('date' in currentTarget) return currentTarget.date;
  return 'provisional' in currentTarget ? (currentTarget.provisional ?? undefined) : undefined;
};

/** Whether the team has to say something: a date has gone by, promised or expected. */
export const needOf = (row: Row, today: string): Need => {
  if (row.status === 'reached') return 'reported';
  const expected = row.forecast.team;
  const isPast = (day: string | undefined | null) => day !== undefined && day !== null && day < today;
  if (row.status === 'missed' && (expected === null || isPast(expected))) return 'now';
  if (expected !== null && isPast(expected)) return 'now';
  return dueOf(row) === undefined ? 'undated' : 'open';
};

const order: readonly Need[] = ['now', 'open', 'undated', 'reported'];
const settled: ReadonlySet<Row['status']> = new Set(['confirmed', 'cancelled']);

/** What is still to do, each milestone once: what needs something first, then the nearest; what waits for others last. */
export const boardOf = (rows: readonly Row[], today: string): Row[] => {
  const once = new Map(rows.filter(({ status }) => !settled.has(status)).map((row) => [aboutOf(row), row]));
  const place = (row: Row): number => order.indexOf(needOf(row, today));
  const day = (row: Row): number => dayNumber(dueOf(row) ?? '9999-12-31');
  return [...once.values()].sort((a, b) => place(a) - place(b) || day(a) - day(b));
};

const initiativeOf = ({ initiative: { kind, id } }: Row): string => `${kind}/${id}`;
export const initiativesOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.map(initiativeOf));

/** Whose own step it is: the acting entity and who stands in its place, and whoever works in the initiative by name. */
export const isMine = (row: Row, entities: readonly string[], joined: ReadonlySet<string>): boolean =>
  entities.some((entity) => row.party === `entity:${entity}`) || joined.has(initiativeOf(row));

export interface Counts {
  readonly all: number;
  readonly now: number;
  readonly waiting: number;
  readonly reported: number;
}

export const countsOf = (rows: readonly Row[], today: string): Counts => ({
  all: rows.length,
  now: rows.filter((row) => needOf(row, today) === 'now').length,
  waiting: rows.filter(({ status }) => status === 'waiting').length,
  reported: rows.filter(({ status }) => status === 'reached').length,
});

interface Relative {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly inDays: (days: number) => string;
  readonly daysAgo: (days: number) => string;
}

/** A day as seen from today. */
export const relativeDay = (day: string, today: string, said: Relative): string => {
  const away = daysFrom(today, day);
  if (away === 0) return said.today;
  if (away === 1) return said.tomorrow;
  if (away === -1) return said.yesterday;
  return away > 0 ? said.inDays(away) : said.daysAgo(-away);
};
