import type { LawPath } from '@masar/contracts';
import { dateOf, dayOf, localDateOf, weekdayOf, type DayNumber } from './day-numbers.js';

export interface OracleEntity {
  readonly zone: string;
  readonly calendar: string;
}

/** A calendar day set by an administrator; acts on the day it names, hidden only by `knownOn`. */
export interface DayOverride {
  readonly calendar: string;
  readonly date: string;
  readonly off: boolean;
  /** Absent: everybody on that calendar. */
  readonly entity?: string;
  readonly recordedAt: string;
}

/** What the oracle knows of the registry; shipped calendars and entities count as known from the beginning (definitions §1). */
export interface OracleRegistry {
  readonly defaultZone: string;
  readonly entities: ReadonlyMap<string, OracleEntity>;
  /** Computed holidays by calendar id, as dates. */
  readonly holidays: ReadonlyMap<string, ReadonlySet<string>>;
  readonly overrides: readonly DayOverride[];
  /** The path a law stands on. */
  readonly path?: LawPath;
}

/** Egypt and Saudi Arabia rest Friday–Saturday, Tunisia Saturday–Sunday, the Emirates changed on 2022-01-01 (definitions §13). */
const restsOn = (calendar: string, day: DayNumber): boolean => {
  const weekday = weekdayOf(day);
  const fridaySaturday = weekday === 5 || weekday === 6;
  const saturdaySunday = weekday === 6 || weekday === 0;
  if (calendar === 'TN') return saturdaySunday;
  if (calendar === 'AE' && day >= dayOf('2022-01-01')) return saturdaySunday;
  return fridaySaturday;
};

/** Whose working days count: the party's own calendar if it is an entity, else the owner's (definitions §1). */
export class OracleCalendars {
  constructor(
    private readonly registry: OracleRegistry,
    /** Last day on which overrides count as known. */
    private readonly knownOn: DayNumber,
    /** In which zone that day ends: the initiative's. */
    private readonly zone: string,
  ) {}

  private static entityOf(party: string, owner: string): string {
    return party.startsWith('entity:') ? party.slice('entity:'.length) : owner;
  }

  isWorkingDay(party: string, owner: string, day: DayNumber): boolean {
    const entityId = OracleCalendars.entityOf(party, owner);
    const entity = this.registry.entities.get(entityId);
    const calendar = entity?.calendar ?? 'EG';
    const date = dateOf(day);
    let off = restsOn(calendar, day) || (this.registry.holidays.get(calendar)?.has(date) ?? false);
    for (const scoped of [false, true]) {
      for (const override of this.registry.overrides) {
        if (override.calendar !== calendar || override.date !== date) continue;
        if ((override.entity !== undefined) !== scoped) continue;
        if (scoped && override.entity !== entityId) continue;
        if (dayOf(localDateOf(override.recordedAt, this.zone)) > this.knownOn) continue;
        off = override.off;
      }
    }
    return !off;
  }

  /** Working days d with from ≤ d < to. */
  within(party: string, owner: string, from: DayNumber, to: DayNumber): number {
    let count = 0;
    for (let day = from; day < to; day += 1) if (this.isWorkingDay(party, owner, day)) count += 1;
    return count;
  }

  /** Working days d with a < d ≤ b; negative when b < a. */
  between(party: string, owner: string, a: DayNumber, b: DayNumber): number {
    return b >= a ? this.within(party, owner, a + 1, b + 1) : -this.within(party, owner, b + 1, a + 1);
  }

  /** The n-th working day after a day. */
  nthAfter(party: string, owner: string, day: DayNumber, n: number): DayNumber {
    let found = 0;
    let at = day;
    while (found < n) {
      at += 1;
      if (this.isWorkingDay(party, owner, at)) found += 1;
    }
    return at;
  }
}
