import type { Instant } from '@masar/contracts';
import {
  directoryAt,
  emptyDirectoryFacts,
  type CalendarDayFacts,
  type Directory,
  type DirectoryFacts,
} from '@masar/directory';

/** The instants at which a registry's facts that are not "known from the beginning" became known. */
const knownInstants = (facts: DirectoryFacts): readonly Instant[] => [
  ...Object.values(facts.calendars).flatMap(({ days, confirmed }) =>
    [...days, ...confirmed].map(({ knownAt }) => knownAt),
  ),
  ...Object.values(facts.lawPaths).flatMap(({ published }) => published.map(({ knownAt }) => knownAt)),
  ...Object.values(facts.entities).flatMap(({ succeeded }) => (succeeded ? [succeeded.knownAt] : [])),
];

/**
 * The directory of all registry streams, as known at any instant. Between two instants at which something became known
 * it is the same object, so that calendars are built once.
 */
export class DirectoryBook {
  #facts: DirectoryFacts = emptyDirectoryFacts;
  #instants: readonly Instant[] | undefined;
  readonly #made = new Map<number, Directory>();

  constructor(private readonly defaultZone: string) {}

  /** Takes in the facts of one registry stream, in place of what was known of it. */
  take(slice: DirectoryFacts): void {
    this.#facts = {
      entities: { ...this.#facts.entities, ...slice.entities },
      calendars: { ...this.#facts.calendars, ...slice.calendars },
      lawPaths: { ...this.#facts.lawPaths, ...slice.lawPaths },
      partners: { ...this.#facts.partners, ...slice.partners },
    };
    this.#forget();
  }

  takeAll(slices: readonly DirectoryFacts[]): void {
    this.#facts = {
      entities: Object.assign({}, ...slices.map(({ entities }) => entities)),
      calendars: Object.assign({}, ...slices.map(({ calendars }) => calendars)),
      lawPaths: Object.assign({}, ...slices.map(({ lawPaths }) => lawPaths)),
      partners: Object.assign({}, ...slices.map(({ partners }) => partners)),
    };
    this.#forget();
  }

  #forget(): void {
    this.#instants = undefined;
    this.#made.clear();
  }

  /** Zones in which some entity's days end. */
  zones(): readonly string[] {
    return [...new Set(Object.values(this.#facts.entities).map(({ zone }) => zone))].sort();
  }

  /** When something of the registry became known that was not known from the beginning, in order. */
  instants(): readonly Instant[] {
    return (this.#instants ??= [...new Set(knownInstants(this.#facts))].sort());
  }

  /** As known before an instant; all that is known without one. */
  knownBefore(instant?: Instant): Directory {
    const instants = this.instants();
    const known = instant === undefined ? instants.length : instants.filter((at) => at < instant).length;
    const made = this.#made.get(known);
    if (made) return made;
    const directory = directoryAt(this.#facts, {
      defaultZone: this.defaultZone,
      ...(known === instants.length ? {} : { knownBefore: instant! }),
    });
    this.#made.set(known, directory);
    return directory;
  }

  /** All that is known, and one day of a calendar more: what would be read if it were set. Not kept. */
  withDay(calendar: string, day: Omit<CalendarDayFacts, 'knownAt'>): Directory {
    const stream = `calendars/${calendar}`;
    const known = this.#facts.calendars[stream] ?? { version: 0, id: calendar, days: [], confirmed: [] };
    const days = [...known.days, { ...day, knownAt: '' }];
    const facts = { ...this.#facts, calendars: { ...this.#facts.calendars, [stream]: { ...known, days } } };
    return directoryAt(facts, { defaultZone: this.defaultZone });
  }
}
