/** What the address of the portfolio asks for: a view can be sent, kept and opened again. */
export const asks = ['kind', 'owner', 'status', 'colour', 'late', 'q', 'sort', 'knownOn'] as const;
/** What the page looks for by itself in the rows it has. */
export const narrowings = ['missed', 'waiting', 'apart'] as const;
/** As the segments of the tools show them. */
export const kinds = ['laws', 'policies', 'projects'] as const;
export type Ask = (typeof asks)[number];
export type Narrowing = (typeof narrowings)[number];

export interface Asked extends Readonly<Partial<Record<Ask, string>>> {
  readonly only?: Narrowing;
  /** The party waited on. */
  readonly waited?: string;
}
export type AskedWord = keyof Asked;
const words: readonly AskedWord[] = [...asks, 'only', 'waited'];

/** Words that take one of a few values: another (an old link, a typing fault) asks for nothing. */
const values: { readonly [word in AskedWord]?: readonly string[] } = {
  kind: kinds,
  status: ['draft', 'planned', 'active', 'paused', 'complete', 'cancelled'],
  colour: ['green', 'amber', 'red'],
  late: ['true'],
  sort: ['-slip', '-waiting', 'next', 'title', 'owner', '-startedOn'],
  only: narrowings,
};

/** The greatest slip first, where nobody asks otherwise. */
export const usualSort = '-slip';
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const readAsked = (search: URLSearchParams): Asked => {
  const found: Partial<Record<AskedWord, string>> = {};
  for (const word of words) {
    const value = search.get(word)?.trim();
    if (value && (values[word]?.includes(value) ?? true)) found[word] = value;
  }
  if (found.knownOn !== undefined && !isDay(found.knownOn)) delete found.knownOn;
  return found as Asked;
};

/** The same view with one thing asked otherwise; nothing asked is left out of the address. */
export const askedWith = (search: URLSearchParams, change: Asked | { readonly [word in AskedWord]?: undefined }) => {
  const next = new URLSearchParams(search);
  for (const [word, value] of Object.entries(change) as [string, string | undefined][])
    if (value) next.set(word, value);
    else next.delete(word);
  return next;
};

/** What is sent to the server. */
export const queryOf = ({ only: _only, waited: _waited, late, ...rest }: Asked) => ({
  sort: usualSort,
  ...rest,
  ...(late === 'true' ? { late: true } : {}),
});

/** Whether anything is left out of the portfolio by what is asked. */
export const isNarrowed = ({ sort: _sort, knownOn: _knownOn, ...filters }: Asked): boolean =>
  Object.keys(filters).length > 0;
/** The address without its filters: the order and the day stay. */
export const withoutFilters = (search: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams();
  for (const word of ['sort', 'knownOn']) {
    const value = search.get(word);
    if (value) next.set(word, value);
  }
  return next;
};
