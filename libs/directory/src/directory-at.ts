import type { WorkingCalendar } from '@masar/calendar';
import { calendarOfJurisdiction, fallbackCalendarId } from '@masar/calendar';
import { constitutionalParties, type Instant, type LawPath, type Party } from '@masar/contracts';
import type { Directory, KnownEntity, KnownPartner } from './directory.js';
import type { DirectoryFacts, EntityFacts } from './facts.js';
import { knownCalendar } from './known-calendars.js';
import { shippedLawPaths } from './shipped/shipped-law-paths.js';

export interface DirectoryQuestion {
  /** Only what was known before this instant, the end of the day asked for; absent: all that is known. */
  readonly knownBefore?: Instant;
  /** Zone of whoever has no entity (`MASAR_ZONE`). */
  readonly defaultZone: string;
}

const bodies: ReadonlySet<string> = new Set(constitutionalParties);
const entityPrefix = 'entity:';
/** The entity a party names, undefined for any other party. */
const entityOfParty = (party: Party): string | undefined =>
  party.startsWith(entityPrefix) ? party.slice(entityPrefix.length) : undefined;

const partnerPrefix = 'partner:';
/** The partner a party names; the empty id, which nobody has, for any other party. */
const partnerOfParty = (party: Party): string =>
  party.startsWith(partnerPrefix) ? party.slice(partnerPrefix.length) : '';

const knownEntity = (facts: EntityFacts, knownBefore: Instant | undefined): KnownEntity => {
  const { version: _version, registeredOn: _on, source: _source, succeeded, ...entity } = facts;
  const isKnown = succeeded && (knownBefore === undefined || succeeded.knownAt < knownBefore);
  return isKnown ? { ...entity, succeeded: { by: succeeded.by, on: succeeded.on } } : entity;
};

/** Shipped versions first, then those published and known, by version. */
export const lawPathsAt = (facts: DirectoryFacts, knownBefore?: Instant): readonly LawPath[] => [
  ...shippedLawPaths,
  ...Object.values(facts.lawPaths).flatMap((stream) =>
    stream.published
      .filter((published) => knownBefore === undefined || published.knownAt < knownBefore)
      .map((published) => published.path),
  ),
];

const keyOf = (jurisdiction: string, instrument: string): string => `${jurisdiction}/${instrument}`;

/** Versions of each path, newest first. */
const pathsByKey = (paths: readonly LawPath[]): ReadonlyMap<string, readonly LawPath[]> => {
  const byKey = new Map<string, LawPath[]>();
  for (const path of paths) {
    const key = keyOf(path.jurisdiction, path.instrument);
    byKey.set(key, [...(byKey.get(key) ?? []), path]);
  }
  for (const versions of byKey.values()) versions.sort((a, b) => b.version - a.version);
  return byKey;
};

/**
 * The directory as known before an instant (definitions §1): entities and whatever is shipped count as known from the
 * beginning; calendar days, confirmed years, new path versions and successions as known.
 */
export const directoryAt = (facts: DirectoryFacts, question: DirectoryQuestion): Directory => {
  const { knownBefore, defaultZone } = question;
  const paths = pathsByKey(lawPathsAt(facts, knownBefore));
  const calendars = new Map<string, WorkingCalendar>();
  const entityFacts = (id: string): EntityFacts | undefined => facts.entities[`entities/${id}`];
  const calendarOfEntity = (id: string): WorkingCalendar => {
    const known = calendars.get(id);
    if (known) return known;
    const entity = entityFacts(id);
    const calendarId = entity?.calendar ?? fallbackCalendarId;
    const subject = entity
      ? { entity: id, jurisdiction: entity.jurisdiction, ...(entity.sector !== undefined && { sector: entity.sector }) }
      : {};
    const calendar = knownCalendar(calendarId, facts.calendars[`calendars/${calendarId}`], subject, knownBefore);
    calendars.set(id, calendar);
    return calendar;
  };
  const partner = (id: string): KnownPartner | undefined => {
    const known = facts.partners[`partners/${id}`];
    if (!known) return undefined;
    return { id, name: known.name, isSuspended: known.suspended !== undefined };
  };
  const knownParty = (party: Party): string | undefined => {
    const id = entityOfParty(party);
    return id !== undefined && entityFacts(id) ? id : undefined;
  };
  return {
    entity: (id) => {
      const entity = entityFacts(id);
      return entity && knownEntity(entity, knownBefore);
    },
    partner,
    knowsParty: (party) =>
      bodies.has(party) || knownParty(party) !== undefined || partner(partnerOfParty(party)) !== undefined,
    zoneOf: (id) => (id === undefined ? undefined : entityFacts(id)?.zone) ?? defaultZone,
    calendarOf: (party, otherwise) => calendarOfEntity(knownParty(party) ?? otherwise),
    calendarOfEntity,
    calendarOfJurisdiction: (jurisdiction) => {
      const id = calendarOfJurisdiction(jurisdiction);
      return knownCalendar(id, facts.calendars[`calendars/${id}`], { jurisdiction }, knownBefore);
    },
    lawPath: ({ jurisdiction, instrument, version }) =>
      paths.get(keyOf(jurisdiction, instrument))?.find((path) => path.version === version),
    newestLawPath: (jurisdiction, instrument) => paths.get(keyOf(jurisdiction, instrument))?.[0],
  };
};
