import type { Bilingual, Instant, LawPath, LocalDate } from '@masar/contracts';
import type { KnownEntity } from './directory.js';

/** Whom a calendar day applies to: every key that is there has to fit. */
export interface DayScope {
  readonly country?: string;
  readonly sector?: string;
  readonly entity?: string;
}

export interface EntityFacts extends Omit<KnownEntity, 'succeeded'> {
  /** Of the last event folded; an older one or a duplicate changes nothing. */
  readonly version: number;
  readonly source?: { readonly system: string; readonly id: string };
  readonly registeredOn: LocalDate;
  readonly succeeded?: { readonly by: string; readonly on: LocalDate; readonly knownAt: Instant };
}

export interface CalendarDayFacts {
  readonly date: LocalDate;
  readonly off: boolean;
  readonly reason: string;
  readonly scope?: DayScope;
  readonly knownAt: Instant;
}

export interface CalendarFacts {
  readonly version: number;
  readonly id: string;
  /** In the order they were recorded. */
  readonly days: readonly CalendarDayFacts[];
  readonly confirmed: readonly { readonly year: number; readonly knownAt: Instant }[];
}

export interface LawPathFacts {
  readonly version: number;
  readonly published: readonly { readonly path: LawPath; readonly knownAt: Instant }[];
}

/** A private partner. It has no calendar of its own: the owner's is used (definitions §1). */
export interface PartnerFacts {
  readonly version: number;
  readonly id: string;
  readonly name: Bilingual;
  readonly registeredOn: LocalDate;
  readonly suspended?: { readonly on: LocalDate; readonly reason: string };
}

/**
 * What the streams of the registry, and of partners, say, each under its stream's name (so that an id such as `constructor` is only an id).
 * Plain data: it may be written as JSON and read back.
 */
export interface DirectoryFacts {
  readonly entities: Readonly<Record<string, EntityFacts>>;
  readonly calendars: Readonly<Record<string, CalendarFacts>>;
  readonly lawPaths: Readonly<Record<string, LawPathFacts>>;
  readonly partners: Readonly<Record<string, PartnerFacts>>;
}

export const emptyDirectoryFacts: DirectoryFacts = { entities: {}, calendars: {}, lawPaths: {}, partners: {} };
