import { localDateOf } from '@masar/calendar';
import { refuse, type Instant, type LocalDate } from '@masar/contracts';
import type { ReadingDay } from './question.js';

/** The day read, and what is believed: `knownOn` as it is echoed, `isCurrent` when that is everything known by now. */
export interface ResolvedDay {
  readonly on: LocalDate;
  readonly knownOn: LocalDate | Instant;
  readonly isCurrent: boolean;
  readonly hideSovereign: boolean;
}

const isDate = (known: LocalDate | Instant): boolean => known.length === 10;

/**
 * Definitions §1: `on` defaults to `knownOn` when only that is given, else to today; neither may be later than today.
 * Today, and the day of an instant, are those of the zone: an instant later today is as good as today's date.
 */
export const resolveDay = (
  { on, knownOn, hideSovereign = false }: ReadingDay,
  now: Instant,
  zone: string,
): ResolvedDay => {
  const today = localDateOf(now, zone);
  const known = knownOn ?? today;
  const knownDay = isDate(known) ? known : localDateOf(known, zone);
  const day = on ?? (knownOn === undefined ? today : knownDay);
  if (day > today) refuse('read/on-in-future', { on: day, today }, on === undefined ? 'knownOn' : 'on');
  if (knownDay > today) refuse('read/on-in-future', { on: known, today }, 'knownOn');
  return { on: day, knownOn: known, isCurrent: known === today, hideSovereign };
};
