import { refuse, type LocalDate, type PortfolioItem } from '@masar/contracts';
import type { FieldValue } from '@masar/read-models';
import { sortableTitle } from '../projector/sortable-text.js';
import type { Line } from './rows-on-day.js';

type Key = (item: PortfolioItem) => FieldValue;

const targetDate = (item: PortfolioItem): LocalDate | null => {
  const target = item.next?.target;
  if (target === undefined) return null;
  return 'date' in target ? target.date : 'provisional' in target ? target.provisional : null;
};

/** What a portfolio can be sorted by. Missing values come first, and last when descending; the stream breaks ties. */
const keys: Readonly<Record<string, Key>> = {
  title: (item) => sortableTitle(item.title),
  owner: (item) => item.owner,
  status: (item) => item.status,
  startedOn: (item) => item.startedOn,
  endedOn: (item) => item.endedOn,
  next: targetDate,
  slip: (item) => item.slip?.days ?? null,
  missed: (item) => item.missed,
  elapsed: (item) => item.elapsed,
  active: (item) => item.active,
  waiting: (item) => item.waiting,
  paused: (item) => item.paused,
  longestWait: (item) => item.longestWait?.days ?? null,
  contested: (item) => item.contested,
  corrections: (item) => item.corrections,
  reviewOn: (item) => item.reviewOn,
};
export const sortWords: readonly string[] = ['id', ...Object.keys(keys)].sort();

/** Sorts that an index of the rows of today gives; others read all lines. */
const indexed: ReadonlySet<string> = new Set(['title', 'slip', 'missed', 'owner', 'status']);

export interface Order {
  readonly field: string;
  readonly descending: boolean;
  readonly indexed: boolean;
  /** Undefined: by stream alone. */
  readonly key: Key | undefined;
}

/** `-slip`: by slip, greatest first. Default: by stream. */
export const orderOf = (sort: string | undefined): Order => {
  const descending = sort?.startsWith('-') === true;
  const field = sort?.replace(/^-/, '') ?? 'id';
  if (!sortWords.includes(field))
    return refuse('page/unknown-filter', { filter: `sort=${sort}`, known: sortWords }, 'sort');
  return { field, descending, indexed: indexed.has(field) || (field === 'id' && !descending), key: keys[field] };
};

const rank = (value: FieldValue): number => (value === null ? 0 : 1);
const compareValues = (a: FieldValue, b: FieldValue): number => {
  if (a === null || b === null) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
};

export interface Placed {
  readonly value: FieldValue;
  readonly id: string;
}

/** The place of a line in an order. */
export const placeIn = (order: Order, { stream, item }: Pick<Line, 'stream' | 'item'>): Placed => ({
  value: order.key?.(item) ?? null,
  id: stream,
});

export const comparePlaces = (order: Pick<Order, 'descending'>, a: Placed, b: Placed): number => {
  const difference = compareValues(a.value, b.value) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return order.descending ? -difference : difference;
};
