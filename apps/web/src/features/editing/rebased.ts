const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** The fields in which two versions differ. */
export const differing = <D extends object>(one: D, other: D): (keyof D & string)[] =>
  (Object.keys(one) as (keyof D & string)[]).filter((field) => differs(one[field], other[field]));

/** What somebody typed, what it was when the typing began, and what is recorded now. */
export interface Versions<D> {
  readonly mine: D;
  readonly before: D;
  readonly now: D;
}

/** What both changed, and not into the same: one of both has to be taken. */
export const contested = <D extends object>({ mine, before, now }: Versions<D>): (keyof D & string)[] =>
  differing(mine, before).filter((field) => differs(now[field], before[field]) && differs(now[field], mine[field]));

const taken = <D extends object>(fields: readonly (keyof D)[], from: D): Partial<D> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<D>;

/** What was typed, over what is recorded now: nobody takes back what he has not touched. */
export const rebased = <D extends object>(of: Versions<D>): D => ({
  ...of.now,
  ...taken(differing(of.mine, of.before), of.mine),
});

/** The same, with what both changed left as it is recorded. */
export const yielded = <D extends object>(of: Versions<D>): D => ({ ...rebased(of), ...taken(contested(of), of.now) });
