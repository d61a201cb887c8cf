/** One fact of a record, by the name the catalogue gives it. */
export interface Fact {
  readonly name: FactName;
  readonly value: Value;
}
export type FactName =
  | 'from'
  | 'asked'
  | 'beginning'
  | 'until'
  | 'steps'
  | 'party'
  | 'days'
  | 'reachedOn'
  | 'target'
  | 'dueOn'
  | 'field'
  | 'newValue'
  | 'state';
export type Value =
  | { readonly sort: 'target'; readonly target: Target }
  | { readonly sort: 'day'; readonly day: string }
  | { readonly sort: 'span'; readonly from: string; readonly to: string }
  | { readonly sort: 'party' | 'words' | 'field' | 'state'; readonly words: string };

/** A promise as the interface tells it. */
export type Target =
  | { readonly date: string }
  | { readonly absent: string }
  | { readonly after: string; readonly days?: number; readonly months?: number; readonly provisional?: string | null };

export interface Item {
  readonly title: string;
  readonly url?: string;
  readonly file?: string;
  readonly note?: string;
}
type Recorded = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isDay = (value: unknown): value is string => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isTarget = (value: unknown): value is Target =>
  typeof value === 'object' && value !== null && ['date', 'absent', 'after'].some((key) => key in value);

const target = (name: FactName, value: unknown): readonly Fact[] => {
  if (isDay(value)) return [{ name, value: { sort: 'day', day: value } }];
  return isTarget(value) ? [{ name, value: { sort: 'target', target: value } }] : [];
};
const day = (name: FactName, value: unknown): readonly Fact[] =>
  isDay(value) ? [{ name, value: { sort: 'day', day: value } }] : [];
const said = (
  name: FactName,
  value: unknown,
  sort: 'party' | 'words' | 'field' | 'state' = 'words',
): readonly Fact[] => (isText(value) ? [{ name, value: { sort, words: value } }] : []);

/** What is corrected may be a day, a party, a target or words. */
const corrected = (field: unknown, to: unknown): readonly Fact[] => {
  if (field === 'party') return said('newValue', to, 'party');
  if (isDay(to) || isTarget(to)) return target('newValue', to);
  if (typeof to === 'object' && to !== null) return said('newValue', Object.values(to).filter(isText).join(' · '));
  return said('newValue', to);
};

/** What a decider has to know of each kind of thing that waits; the reason that was given stands in the inbox itself. */
export const factsOf = (what: string, record: Recorded): readonly Fact[] => {
  switch (what) {
    case 'target-change':
      return [...target('from', record['from']), ...target('asked', record['to'])];
    case 'pause':
      return [
        ...day('beginning', record['on']),
        ...day('until', record['until']),
        ...said('party', record['party'], 'party'),
        ...said('steps', record['steps']),
      ];
    case 'contest': {
      const { from, to } = record;
      const span: readonly Fact[] =
        isDay(from) && isDay(to) ? [{ name: 'days', value: { sort: 'span', from, to } }] : [];
      return [...said('party', record['party'], 'party'), ...span];
    }
    case 'correction':
      return [...said('field', record['field'], 'field'), ...corrected(record['field'], record['to'])];
    case 'confirmation':
      return [
        ...target('target', record['currentTarget']),
        ...day('reachedOn', record['actual']),
        ...said('party', record['party'], 'party'),
      ];
    case 'forecast':
      return [...target('target', record['currentTarget']), ...said('party', record['party'], 'party')];
    case 'blocker':
      return day('dueOn', record['dueOn']);
    case 'application':
      return [...said('state', record['state'], 'state'), ...day('reachedOn', record['on'])];
    default:
      return [];
  }
};

/** The evidence a record carries. */
export const evidenceOf = (record: Recorded): readonly Item[] =>
  Array.isArray(record['evidence']) ? (record['evidence'] as readonly Item[]) : [];
