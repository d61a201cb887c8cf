import type { Bilingual, LawPath, LawPathReference, LocalDate, Party } from '@masar/contracts';
import type { WorkingCalendar } from '@masar/calendar';

/** An entity as the registry has it. */
export interface KnownEntity {
  readonly id: string;
  readonly name: Bilingual;
  readonly jurisdiction: string;
  readonly zone: string;
  readonly calendar: string;
  readonly parent?: string;
  readonly sector?: string;
  readonly succeeded?: { readonly by: string; readonly on: LocalDate };
}

/** A private partner as registered. */
export interface KnownPartner {
  readonly id: string;
  readonly name: Bilingual;
  /** By all that is known, whatever day is asked about: commands lean on it, no figure does. */
  readonly isSuspended: boolean;
}

/** What every service needs to know of the registry, as known on one day. Pure; made by `directoryAt(facts, knownOn)`. */
export interface Directory {
  entity(id: string): KnownEntity | undefined;
  /** Registered partners count as known from the beginning, as entities do. */
  partner(id: string): KnownPartner | undefined;
  knowsParty(party: Party): boolean;
  /** Zone of an entity; the default zone for an unknown or absent one. */
  zoneOf(entity: string | undefined): string;
  /** Calendar of a party: an entity's own, else the one of `otherwise` (the owner). */
  calendarOf(party: Party, otherwise: string): WorkingCalendar;
  calendarOfEntity(entity: string): WorkingCalendar;
  /** Of everybody there who has no calendar of the own. */
  calendarOfJurisdiction(jurisdiction: string): WorkingCalendar;
  lawPath(reference: LawPathReference): LawPath | undefined;
  /** The newest version of a path. */
  newestLawPath(jurisdiction: string, instrument: string): LawPath | undefined;
}
