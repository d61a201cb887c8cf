import type { AnyRecordedEvent, EventData, EventType } from '@masar/contracts';
import type { CalendarFacts, DirectoryFacts, EntityFacts, LawPathFacts, PartnerFacts } from './facts.js';

/** Facts while a run of events is folded: copied once, then filled. */
interface Draft {
  entities: Record<string, EntityFacts>;
  calendars: Record<string, CalendarFacts>;
  lawPaths: Record<string, LawPathFacts>;
  partners: Record<string, PartnerFacts>;
}

const dataOf = <T extends EventType>(event: AnyRecordedEvent, _type: T): EventData<T> =>
  event.data as unknown as EventData<T>;
const idOf = (event: AnyRecordedEvent): string => event.stream.slice(event.stream.indexOf('/') + 1);
const calendarOf = (draft: Draft, event: AnyRecordedEvent): CalendarFacts =>
  draft.calendars[event.stream] ?? { version: 0, id: idOf(event), days: [], confirmed: [] };

const foldEvent: Readonly<Record<string, (draft: Draft, event: AnyRecordedEvent) => void>> = {
  'entity.registered.v1': (draft, event) => {
    const { happenedOn, ...registered } = dataOf(event, 'entity.registered.v1');
    draft.entities[event.stream] = {
      version: event.version,
      id: idOf(event),
      registeredOn: happenedOn,
      ...registered,
    };
  },
  'entity.succeeded.v1': (draft, event) => {
    const entity = draft.entities[event.stream];
    const { by, happenedOn } = dataOf(event, 'entity.succeeded.v1');
    if (!entity) throw new Error(`${event.stream}: succeeded before it was registered`);
    draft.entities[event.stream] = {
      ...entity,
      version: event.version,
      succeeded: { by, on: happenedOn, knownAt: event.knownAt },
    };
  },
  'calendar.day-set.v1': (draft, event) => {
    const calendar = calendarOf(draft, event);
    const { date, off, reason, scope } = dataOf(event, 'calendar.day-set.v1');
    const day = { date, off, reason, ...(scope && { scope }), knownAt: event.knownAt };
    draft.calendars[event.stream] = { ...calendar, version: event.version, days: [...calendar.days, day] };
  },
  'calendar.year-confirmed.v1': (draft, event) => {
    const calendar = calendarOf(draft, event);
    const { year } = dataOf(event, 'calendar.year-confirmed.v1');
    draft.calendars[event.stream] = {
      ...calendar,
      version: event.version,
      confirmed: [...calendar.confirmed, { year, knownAt: event.knownAt }],
    };
  },
  'path.published.v1': (draft, event) => {
    const known = draft.lawPaths[event.stream]?.published ?? [];
    const { path } = dataOf(event, 'path.published.v1');
    draft.lawPaths[event.stream] = {
      version: event.version,
      published: [...known, { path, knownAt: event.knownAt }],
    };
  },
  'partner.registered.v1': (draft, event) => {
    const { happenedOn, name } = dataOf(event, 'partner.registered.v1');
    draft.partners[event.stream] = { version: event.version, id: idOf(event), name, registeredOn: happenedOn };
  },
  'partner.suspended.v1': (draft, event) => {
    const partner = draft.partners[event.stream];
    const { happenedOn, reason } = dataOf(event, 'partner.suspended.v1');
    if (!partner) throw new Error(`${event.stream}: suspended before it was registered`);
    draft.partners[event.stream] = {
      ...partner,
      version: event.version,
      suspended: { on: happenedOn, reason },
    };
  },
};

/** The version of a stream already folded, 0 for none. */
export const foldedVersion = (facts: DirectoryFacts, stream: string): number =>
  (facts.entities[stream] ?? facts.calendars[stream] ?? facts.lawPaths[stream] ?? facts.partners[stream])?.version ?? 0;

/**
 * Folds a run of registry events, any streams mixed, each stream in order. Other types are passed over, duplicates change
 * nothing; throws when an event contradicts its stream, which parks it (architecture, "Reporting").
 */
export const collectDirectoryRun = (facts: DirectoryFacts, events: Iterable<AnyRecordedEvent>): DirectoryFacts => {
  let draft: Draft | undefined;
  for (const event of events) {
    const fold = Object.hasOwn(foldEvent, event.type) ? foldEvent[event.type] : undefined;
    if (!fold || event.version <= foldedVersion(draft ?? facts, event.stream)) continue;
    draft ??= {
      entities: { ...facts.entities },
      calendars: { ...facts.calendars },
      lawPaths: { ...facts.lawPaths },
      partners: { ...facts.partners },
    };
    fold(draft, event);
  }
  return draft ?? facts;
};

/** Folds one registry event; the facts themselves when it says nothing new. For many, `collectDirectoryRun` copies once. */
export const collectDirectory = (facts: DirectoryFacts, event: AnyRecordedEvent): DirectoryFacts =>
  collectDirectoryRun(facts, [event]);

/** Collections whose streams the directory is made of. */
export const directoryCollections = ['entities', 'calendars', 'law-paths', 'partners'] as const;
const ofDirectory: ReadonlySet<string> = new Set(directoryCollections);

/** Whether a stream belongs to the directory: `entities/…`, `calendars/…`, `law-paths/…`, `partners/…`. */
export const isDirectoryStream = (stream: string): boolean => ofDirectory.has(stream.split('/')[0]!);
