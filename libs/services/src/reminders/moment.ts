import { localDateOf, shippedCalendars, type WorkingCalendar } from '@masar/calendar';
import type { Instant, LocalDate } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { zoneOfJurisdiction } from '@masar/domain';
import type { Contact } from './contacts.js';

/** The hour from which the digest of a day goes out, where the person is. */
const digestHour = 7;

/** A working day of a person: its date there, and whether the digest of it is due. */
export interface Moment {
  readonly on: LocalDate;
  readonly isDigestDue: boolean;
}

const hourIn = (now: Instant, zone: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(Date.parse(now)),
  );

/** Who has no entity works as the country of the house's zone does. */
const calendarOfZone = (zone: string, directory: Directory): WorkingCalendar =>
  directory.calendarOfJurisdiction(shippedCalendars.find(({ id }) => zoneOfJurisdiction(id, '') === zone)?.id ?? '');

/**
 * Whether a person works now, by the calendar of the own entity, else of the house; undefined on days off. A suspended
 * partner has nothing to decide.
 */
export const momentOf = ({ actor }: Contact, now: Instant, directory: Directory): Moment | undefined => {
  if (actor.partner !== undefined && directory.partner(actor.partner)?.isSuspended !== false) return undefined;
  const zone = directory.zoneOf(actor.entity);
  const on = localDateOf(now, zone);
  const calendar =
    actor.entity === undefined ? calendarOfZone(zone, directory) : directory.calendarOfEntity(actor.entity);
  return calendar.isWorkingDay(on) ? { on, isDigestDue: hourIn(now, zone) >= digestHour } : undefined;
};
