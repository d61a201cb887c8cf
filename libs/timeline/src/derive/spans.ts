/** A span of epoch days `[from, to)`; `to` is Infinity while nothing has ended it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const forever = Number.POSITIVE_INFINITY;

export const covers = (span: Span, day: number): boolean => span.from <= day && day < span.to;
export const someCovers = (spans: readonly Span[], day: number): boolean => spans.some((span) => covers(span, day));

/** The first day on or after `day` that lies in one of the spans (in order); Infinity where none does. */
export const firstCoveredFrom = (spans: readonly Span[], day: number): number => {
  for (const span of spans) if (span.to > day) return Math.max(span.from, day);
  return forever;
};
