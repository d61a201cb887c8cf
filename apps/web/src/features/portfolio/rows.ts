import type { PortfolioItem } from '@masar/contracts';
import type { Asked, Narrowing } from './asked.js';

export type Row = PortfolioItem;
export const keyOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The party the days are spent waiting on now. */
export const waitedOn = ({ line: { holder } }: Row): string | undefined =>
  holder?.bucket === 'waiting' ? holder.party : undefined;

/** The team says one colour, somebody else another; or the team's and the forecast part ways, as the server says. */
export const areApart = ({ confidence: { team, reviewer, independent, apart } }: Row): boolean =>
  apart || [reviewer, independent].some((other) => team !== null && other !== null && other.colour !== team.colour);

const tests: Readonly<Record<Narrowing, (row: Row) => boolean>> = {
  missed: ({ missed }) => missed > 0,
  waiting: (row) => waitedOn(row) !== undefined,
  apart: areApart,
};
export const countOf = (rows: readonly Row[], narrowing: Narrowing): number => rows.filter(tests[narrowing]).length;

export const narrowed = (rows: readonly Row[], { only, waited }: Asked): readonly Row[] =>
  rows.filter(
    (row) =>
      (only === undefined || tests[only](row)) &&
      (waited === undefined || waitedOn(row) === waited || row.longestWait?.party === waited),
  );

/** What the reader should look at comes first; within a group the order asked for holds. */
export const groups = ['attention', 'active', 'paused', 'planned', 'closed'] as const;
export type Group = (typeof groups)[number];
const groupOf = (row: Row): Group => {
  if (row.status === 'complete' || row.status === 'cancelled') return 'closed';
  if (row.missed > 0 || row.stalled || waitedOn(row) !== undefined) return 'attention';
  return row.status === 'paused' || row.status === 'active' ? row.status : 'planned';
};

/** One line of the list: the name of a group with how many are in it, or an initiative. */
export type Entry =
  | { readonly group: Group; readonly count: number; readonly row?: undefined }
  | { readonly row: Row; readonly at: number; readonly group?: undefined };

export const entriesOf = (rows: readonly Row[]): readonly Entry[] => {
  const found = new Map<Group, Row[]>(groups.map((group) => [group, []]));
  for (const row of rows) found.get(groupOf(row))!.push(row);
  const entries: Entry[] = [];
  let at = 0;
  for (const [group, of] of found) {
    if (of.length > 0) entries.push({ group, count: of.length });
    for (const row of of) entries.push({ row, at: at++ });
  }
  return entries;
};

/** The open initiative with the longest single wait; the server names neither legal periods nor sovereign bodies there. */
export const longestOf = (rows: readonly Row[]): { readonly party: string; readonly days: number } | undefined => {
  let longest: { readonly party: string; readonly days: number } | undefined;
  for (const { endedOn, longestWait } of rows)
    if (endedOn === null && longestWait && longestWait.days > (longest?.days ?? 0)) longest = longestWait;
  return longest;
};
