import { refuse } from '@masar/contracts';
import { WordsField, Field } from '@masar/contracts/bodies';
import { Type } from 'typebox';

const longestPage = 500;
const countedTo = 10_000;

const checkLimit = (value: unknown) => {
  const given = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(given)) return { code: 'field/type', expected: 'whole number' };
  return given >= 1 && given <= longestPage ? undefined : { code: 'field/range', expected: `1–${longestPage}` };
};

const checkPosition = (value: unknown) =>
  typeof value === 'string' && /^[a-z-]+\/[A-Za-z0-9._-]{1,64}@\d{1,15}$/.test(value)
    ? undefined
    : { code: 'field/shape', expected: '<collection>/<id>@<version>' };
const checkWait = (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? undefined : { code: 'field/type', expected: 'whole number' };

/**
 * Every list takes these (api.md, Lists). Lists of a command side are level with the store at every read, so `atLeast` is
 * always met and nothing has to be waited for.
 */
export class PageQuery {
  @Field(checkPosition, Type.String({ description: 'a position this read must not be behind' }), { optional: true })
  atLeast?: string;
  @Field(checkWait, Type.Integer({ minimum: 0 }), { optional: true }) waitMs?: string;
  @Field(checkLimit, Type.Integer({ minimum: 1, maximum: longestPage, default: 50 }), { optional: true })
  limit?: string;
  @WordsField({ optional: true, longest: 500 }) cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number | string;
}

export const limitOf = ({ limit }: PageQuery): number => (limit === undefined ? 50 : Number(limit));

/** A cursor says which list it belongs to and the last place read, so that one of another list is refused. */
export const cursorAfter = (list: string, place: string): string =>
  Buffer.from(JSON.stringify([list, place])).toString('base64url');

export const placeOf = (list: string, cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const [of, place] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (of === list && typeof place === 'string') return place;
  } catch {
    return refuse('page/cursor-invalid');
  }
  return refuse('page/cursor-invalid');
};

export const totalOf = (count: number): number | string => (count > countedTo ? `${countedTo}+` : count);

/** A page of a list that is at hand whole, in its own order; the place is the number of items read. */
export const pageOfArray = <T>(list: string, items: readonly T[], query: PageQuery): Page<T> => {
  const from = Number(placeOf(list, query.cursor) ?? 0);
  if (!Number.isInteger(from) || from < 0) return refuse('page/cursor-invalid');
  const to = from + limitOf(query);
  return {
    items: items.slice(from, to),
    next: to < items.length ? cursorAfter(list, String(to)) : null,
    total: totalOf(items.length),
  };
};

/** The schema of a page, for the description of the interface. */
export const pageSchema = (items: object) =>
  Type.Object({
    items: Type.Array(items as never),
    next: Type.Union([Type.String(), Type.Null()]),
    total: Type.Union([Type.Integer(), Type.String()]),
  });
