import { fromEpochDay, toEpochDay } from '@masar/calendar';
import type { PauseFact } from '../collect/facts.js';
import type { Claim } from './claim.js';
import type { Reading } from './reading-shapes.js';
import { localDay, ownerParty } from './reading.js';
import { forever } from './spans.js';

/** Working days a pause may reach back before its request. */
const reachesBackWorkDays = 5;

/** The first paused day: as granted, else as asked but at most five working days before the request. */
const firstDay = (reading: Reading, pause: PauseFact): number => {
  const granted = pause.decided?.from;
  if (granted !== undefined) return toEpochDay(granted);
  const requested = fromEpochDay(localDay(reading, pause.recordedAt));
  const { calendar } = reading.calendars.of(pause.party ?? ownerParty(reading, reading.on));
  return Math.max(toEpochDay(pause.on), toEpochDay(calendar.subtractWorkingDays(requested, reachesBackWorkDays)));
};

/** `until` is the last paused day; a renewal moves it. */
const lastDay = (pause: PauseFact): number =>
  toEpochDay(pause.renewed.at(-1)?.until ?? pause.decided?.until ?? pause.until);

/**
 * Granted pauses. They act on the days they name whatever the reading day is; ended, the day of ending is the first no
 * longer paused; not renewed, the days from the day after `until` fall back to the next source (definitions §3).
 */
export const pauseClaims = (reading: Reading): readonly Claim[] =>
  reading.facts.pauses.flatMap((pause) => {
    const { decided, ended, party } = pause;
    if (decided?.decision !== 'granted') return [];
    const from = firstDay(reading, pause);
    const to = Math.min(lastDay(pause) + 1, ended ? toEpochDay(ended.on) : forever);
    if (to <= from) return [];
    const because = [pause, decided, ...pause.renewed, ...(ended ? [ended] : [])].map((fact) => fact.version);
    return [
      {
        id: `pause.${pause.id}`,
        source: 'paused',
        from,
        to,
        start: from,
        order: 0,
        version: pause.version,
        ...(party !== undefined && { party }),
        reason: pause.reason,
        because,
      },
    ];
  });

/** Whether a pause ran out by itself rather than being ended, and since which day. */
export const lapsedOn = (reading: Reading): number | undefined => {
  let latest: number | undefined;
  for (const pause of reading.facts.pauses) {
    const over = lastDay(pause) + 1;
    const isLapsed = pause.decided?.decision === 'granted' && (!pause.ended || toEpochDay(pause.ended.on) >= over);
    if (isLapsed && over <= Math.min(reading.on, reading.end) && over > (latest ?? 0)) latest = over;
  }
  return latest;
};
