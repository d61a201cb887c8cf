import type { Span } from './spans.js';

/** The days that lie in both, in order; each set is in order and without overlaps. */
export const inBoth = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);

/** The days of a set that lie in no span of the other. */
export const without = (spans: readonly Span[], others: readonly Span[]): readonly Span[] =>
  others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ].filter((piece) => piece.from < piece.to),
      ),
    spans,
  );

/** Spans in order, those that touch or overlap made one. */
export const joined = (spans: readonly Span[]): readonly Span[] => {
  const made: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1);
    if (last && span.from <= last.to) made[made.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else made.push(span);
  }
  return made;
};
