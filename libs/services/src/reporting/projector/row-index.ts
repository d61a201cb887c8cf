import { localDateOf, startOfDayInstant } from '@masar/calendar';
import type { Instant, LocalDate, StreamName } from '@masar/contracts';
import { countRow, emptyTotals, type RunningTotals } from './running-totals.js';
import type { StoredRow } from './row.js';

/** Rows that time alone changes at one instant, in order of stream; `day` is the one that begins there in each row's zone. */
export interface Due {
  readonly at: Instant;
  readonly rows: readonly { readonly stream: StreamName; readonly day: LocalDate }[];
}

interface Known {
  readonly zone: string;
  readonly reviewOn: LocalDate | null;
  readonly leansOn: readonly string[];
}

const remove = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
};
const add = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
};

/**
 * What the projector keeps in memory of all rows of today: which are due when, which lean on which stream, and the sums
 * of the whole portfolio. Filled from the rows at start; every change of a row goes through `change`.
 */
export class RowIndex {
  readonly #rows = new Map<StreamName, Known>();
  /** `zone` and day → streams. */
  readonly #due = new Map<string, Map<LocalDate, Set<StreamName>>>();
  readonly #dependents = new Map<string, Set<StreamName>>();
  #totals: RunningTotals = emptyTotals;

  get totals(): RunningTotals {
    return this.#totals;
  }
  get size(): number {
    return this.#rows.size;
  }
  get zones(): readonly string[] {
    return [...this.#due.keys()].sort();
  }

  change(before: StoredRow | undefined, after: StoredRow | undefined): void {
    if (before) this.#take(before.stream);
    if (after) this.#put(after);
    this.#totals = countRow(countRow(this.#totals, before, -1), after, 1);
  }

  #put({ stream, zone, leansOn, row: { reviewOn } }: StoredRow): void {
    this.#rows.set(stream, { zone, reviewOn, leansOn });
    for (const anchor of leansOn) add(this.#dependents, anchor, stream);
    if (reviewOn === null) return;
    const days = this.#due.get(zone) ?? new Map<LocalDate, Set<StreamName>>();
    this.#due.set(zone, days);
    add(days, reviewOn, stream);
  }

  #take(stream: StreamName): void {
    const known = this.#rows.get(stream);
    if (!known) return;
    this.#rows.delete(stream);
    for (const anchor of known.leansOn) remove(this.#dependents, anchor, stream);
    const days = this.#due.get(known.zone);
    if (days && known.reviewOn !== null) remove(days, known.reviewOn, stream);
  }

  /** Initiatives whose rows lean on a stream, in order of name. */
  dependentsOf(anchor: string): readonly StreamName[] {
    return [...(this.#dependents.get(anchor) ?? [])].sort();
  }

  /** The rows that are due first, if that is by an instant. */
  firstDue(by: Instant): Due | undefined {
    let at: Instant | undefined;
    let found: { zone: string; day: LocalDate }[] = [];
    for (const [zone, days] of this.#due) {
      const day = earliest(days.keys());
      if (day === undefined || day > localDateOf(by, zone)) continue;
      const begins = startOfDayInstant(day, zone);
      if (at === undefined || begins < at) [at, found] = [begins, []];
      if (begins === at) found.push({ zone, day });
    }
    if (at === undefined) return undefined;
    const rows = found.flatMap(({ zone, day }) =>
      [...(this.#due.get(zone)?.get(day) ?? [])].map((stream) => ({ stream, day })),
    );
    return { at, rows: rows.sort((a, b) => (a.stream < b.stream ? -1 : 1)) };
  }
}

const earliest = (days: Iterable<LocalDate>): LocalDate | undefined => {
  let first: LocalDate | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
};
