import type { Instant, LawPath, LocalDate } from '@masar/contracts';
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

/**
 * What the registry's streams say, each under its stream's name (so that an id such as `constructor` is only an id).
 * Plain data: it may be written as JSON and read back.
 */
export interface DirectoryFacts {
  readonly entities: Readonly<Record<string, EntityFacts>>;
  readonly calendars: Readonly<Record<string, CalendarFacts>>;
  readonly lawPaths: Readonly<Record<string, LawPathFacts>>;
}

export const emptyDirectoryFacts: DirectoryFacts = { entities: {}, calendars: {}, lawPaths: {} };
