/** What was said about a date of a calendar, for everybody or for some. */
export interface SaidDay {
  readonly date: string;
  readonly off: boolean;
  readonly reason: string;
  readonly scope?: { readonly country?: string; readonly sector?: string; readonly entity?: string };
}
export interface Holiday {
  readonly date: string;
  readonly source: 'computed' | 'announced' | 'worked';
  readonly reason?: string;
  readonly scope?: SaidDay['scope'];
}

/** The days of a year that are off or were said to be worked: computed ones, and over them what was said. */
export const holidaysOf = (year: number, computed: readonly string[], said: readonly SaidDay[]): readonly Holiday[] => {
  const inYear = said.filter(({ date }) => date.startsWith(`${year}-`));
  const forAll = new Set(inYear.filter(({ scope }) => scope === undefined).map(({ date }) => date));
  return [
    ...computed.filter((date) => !forAll.has(date)).map((date) => ({ date, source: 'computed' as const })),
    ...inYear.map(({ date, off, reason, scope }) => ({
      date,
      source: off ? ('announced' as const) : ('worked' as const),
      reason,
      ...(scope === undefined ? {} : { scope }),
    })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};
