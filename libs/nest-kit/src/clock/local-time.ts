import type { LocalDate } from '@masar/contracts';

const formatOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

/** Milliseconds a zone is ahead of UTC at an instant. */
const offsetAt = (milliseconds: number, zone: string): number => {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return (
    Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) -
    Math.floor(milliseconds / 1000) * 1000
  );
};

/** The instant (milliseconds) at which a zone's clocks show `hour` on `date`; in a gap of summer time, the hour after it. NaN for no date. */
export const instantOfDay = (date: LocalDate, hour: number, zone: string): number => {
  const wanted = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== date) return NaN;
  const guess = wanted - offsetAt(wanted, zone);
  return wanted - offsetAt(guess, zone);
};
