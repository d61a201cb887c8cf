import type { Instant, LocalDate } from '@masar/contracts';
import { epochDayOf, fromEpochDay, toEpochDay } from './local-date.js';

const millisecondsADay = 86_400_000;
/** A zone forgets what it has found at a century and a half of days. */
const keptDays = 55_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Epoch day → the instant at which it begins, milliseconds. */
  readonly begins: Map<number, number>;
  /** Milliseconds from midnight UTC to the begin of the day found last: most days begin like their neighbours. */
  lately: number;
}
const zones = new Map<string, Zone>();

const zoneOf = (name: string): Zone => {
  const known = zones.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const zone: Zone = { format, begins: new Map(), lately: 0 };
  zones.set(name, zone);
  return zone;
};

/** Whether the runtime knows this IANA zone (`Africa/Cairo`); offsets such as `+02:00` are not zones here, since they know no summer time. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return zoneOf(name) !== undefined;
  } catch {
    return false;
  }
};

/** Epoch day the clock on the wall shows at an instant. */
const shownDay = (zone: Zone, milliseconds: number): number => {
  const parts: Record<string, number> = {};
  for (const part of zone.format.formatToParts(milliseconds)) parts[part.type] = Number(part.value);
  return epochDayOf(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1);
};

/** By halving between two instants, the wall still before the day at `below` and in it at `reached`; to the millisecond. */
const halved = (zone: Zone, epochDay: number, below: number, reached: number): number => {
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (shownDay(zone, middle) >= epochDay) reached = middle;
    else below = middle;
  }
  return reached;
};

/**
 * First instant at which the wall shows the day or a later one. Asked of the platform, because a day need not begin at
 * 00:00 (Cairo's summer time begins at midnight: that day begins at 01:00).
 */
const beginOf = (zone: Zone, epochDay: number): number => {
  const known = zone.begins.get(epochDay);
  if (known !== undefined) return known;
  const midnightUtc = epochDay * millisecondsADay;
  const likely = midnightUtc + zone.lately;
  const begin =
    shownDay(zone, likely - 1) < epochDay && shownDay(zone, likely) >= epochDay
      ? likely
      : halved(zone, epochDay, midnightUtc - 15 * 3_600_000, midnightUtc + 13 * 3_600_000);
  if (zone.begins.size >= keptDays) zone.begins.clear();
  zone.begins.set(epochDay, begin);
  zone.lately = begin - midnightUtc;
  return begin;
};

const instantText = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** The instant at which a date begins in a zone. */
export const startOfDayInstant = (date: LocalDate, zone: string): Instant =>
  instantText(beginOf(zoneOf(zone), toEpochDay(date)));

/** The instant at which a date ends in a zone: the midnight after it (definitions §1). A fact known before it was known on that date. */
export const endOfDayInstant = (date: LocalDate, zone: string): Instant =>
  instantText(beginOf(zoneOf(zone), toEpochDay(date) + 1));

/** The date in a zone of an instant (ISO 8601 text with offset). Quick: the begin of each day met is kept. */
export const localDateOf = (instant: Instant, zone: string): LocalDate => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
  const known = zoneOf(zone);
  let day = Math.floor(milliseconds / millisecondsADay);
  if (milliseconds < beginOf(known, day)) day -= 1;
  else if (milliseconds >= beginOf(known, day + 1)) day += 1;
  return fromEpochDay(day);
};
