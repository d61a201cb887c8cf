import { writeCursor, type Cursor } from './cursor.js';
import { comparePlaces, type Placed } from './portfolio-order.js';
import type { ResolvedDay } from './reading-day.js';
import type { View } from './view.js';

export const mostCounted = 10_000;
export const totalOf = (count: number): number | '10000+' => (count > mostCounted ? '10000+' : count);

/** What a page is cut from: documents of one generation, read on one day, after the place where the last page ended. */
export interface PageAsked {
  readonly view: View;
  readonly day: ResolvedDay;
  readonly cursor: Cursor | undefined;
  /** What was asked besides, as the cursor keeps it. */
  readonly of: string;
}

/** The cursor of the page after `last`; null where there is none. */
export const nextAfter = ({ view, day, of }: PageAsked, last: Placed | undefined, more: boolean): string | null =>
  last && more
    ? writeCursor({ generation: view.generation.name, of, on: day.on, knownOn: day.knownOn, ...last })
    : null;

/** One page of lines that were all gathered, in an order in which each line has a place. */
export const pageOfLines = <T>(
  asked: PageAsked,
  lines: readonly T[],
  order: { readonly descending: boolean },
  placeOf: (line: T) => Placed,
  limit: number,
): { readonly lines: readonly T[]; readonly next: string | null } => {
  const { cursor } = asked;
  const placed = lines
    .map((line) => ({ line, place: placeOf(line) }))
    .sort((a, b) => comparePlaces(order, a.place, b.place));
  const from = cursor ? placed.findIndex(({ place }) => comparePlaces(order, place, cursor) > 0) : 0;
  const page = from < 0 ? [] : placed.slice(from, from + limit);
  const more = from >= 0 && from + page.length < placed.length;
  return { lines: page.map(({ line }) => line), next: nextAfter(asked, page.at(-1)?.place, more) };
};
