import { toEpochDay } from '@masar/calendar';
import type { WaitFact } from '../collect/facts.js';
import { milestoneReading } from './milestone-reading.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened, localDay } from './reading.js';
import { firstCoveredFrom, forever } from './spans.js';

const lateAfterWorkDays = 10;
const staleAfterDays = 28;

/** A recorded wait with its days `[from, to)`, over all days known. */
export interface WaitReading {
  readonly fact: WaitFact;
  readonly from: number;
  readonly to: number;
}

/** Ended by hand, or by itself when its milestone is reached or cancelled (definitions §3). */
const spanOf = (reading: Reading, fact: WaitFact): WaitReading => {
  const from = toEpochDay(fact.on);
  const ended = fact.ended ? toEpochDay(fact.ended.on) : forever;
  const milestone = fact.milestone === undefined ? undefined : milestoneReading(reading, fact.milestone);
  const closed = milestone ? firstCoveredFrom(milestone.life.closed, from) : forever;
  return { fact, from, to: Math.max(from, Math.min(ended, closed)) };
};

const kept = new WeakMap<Reading, readonly WaitReading[]>();
const none: readonly WaitReading[] = [];

/** Every recorded wait, once per reading. */
export const waitsOn = (reading: Reading): readonly WaitReading[] => {
  if (reading.facts.waits.length === 0) return none;
  const known = kept.get(reading);
  if (known) return known;
  const waits = reading.facts.waits.map((fact) => spanOf(reading, fact));
  kept.set(reading, waits);
  return waits;
};

/** Open on the reading day. */
export const isOpenWait = (reading: Reading, wait: WaitReading): boolean =>
  wait.from <= reading.on && reading.on < Math.min(wait.to, reading.end);

/** The day an open wait becomes stale: not re-affirmed for 28 days as of the reading day. */
export const staleFrom = (reading: Reading, { fact, from }: WaitReading): number => {
  let last = from;
  for (const affirmed of fact.affirmed) {
    if (hasHappened(reading, affirmed)) last = Math.max(last, toEpochDay(affirmed.on));
  }
  return last + staleAfterDays;
};

export const isStale = (reading: Reading, wait: WaitReading): boolean =>
  isOpenWait(reading, wait) && reading.on >= staleFrom(reading, wait);

/** Calendar days between `since` and the day of recording, where that was more than ten working days of the party waited on. */
export const recordedLate = (reading: Reading, { fact, from }: WaitReading): number | undefined => {
  const recorded = localDay(reading, fact.recordedAt);
  const workDays = reading.calendars.of(fact.party).between(from, recorded);
  return workDays > lateAfterWorkDays ? recorded - from : undefined;
};
