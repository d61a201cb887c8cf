import { toEpochDay } from '@masar/calendar';
import type { MilestoneFacts, PromiseFact } from '../collect/facts.js';
import { anchorOf } from './anchor.js';
import { byDay } from './by-day.js';
import { lifeOn, milestoneLife } from './milestone-life.js';
import { promisesOn, resolve } from './promise.js';
import type { MilestoneReading, Reading, Resolved } from './reading-shapes.js';
import { hasHappened, ownerParty, watch } from './reading.js';
import type { WorkDays } from './work-days.js';

/** A milestone counts from the day it was planned, or from the first day reported of it where it was planned afterwards. */
const existsOn = (reading: Reading, facts: MilestoneFacts): boolean => {
  let first = facts.planned.on;
  for (const fact of [byDay(facts.life)[0], byDay(facts.forecasts)[0]]) if (fact && fact.on < first) first = fact.on;
  const day = toEpochDay(first);
  watch(reading, day);
  return day <= reading.on;
};

/** One promise of an initiative as it reads on the day. */
export const resolveIn = (reading: Reading, promise: PromiseFact, workDays: WorkDays): Resolved =>
  resolve(promise, workDays, (reference, promisedAt) =>
    anchorOf(reading, reference, { promisedAt, lookup: milestoneReading }),
  );

const promised = (reading: Reading, facts: MilestoneFacts, workDays: WorkDays) => {
  const promises = promisesOn(reading, facts.promises);
  const resolved = promises.map((promise) => resolveIn(reading, promise, workDays));
  const current = resolved.at(-1) as Resolved;
  const original = resolved.find((promise) => promise.kind !== 'absent') ?? current;
  return { current, original: reading.isDraft ? undefined : original };
};

const read = (reading: Reading, facts: MilestoneFacts): MilestoneReading => {
  const party = facts.planned.party ?? ownerParty(reading, reading.on);
  const workDays = reading.calendars.of(party);
  const life = milestoneLife(reading, facts);
  const forecast = byDay(facts.forecasts).findLast((fact) => hasHappened(reading, fact));
  return {
    facts,
    exists: existsOn(reading, facts),
    life,
    state: lifeOn(reading, life),
    party,
    workDays,
    forecast: forecast && toEpochDay(forecast.date),
    ...promised(reading, facts, workDays),
  };
};

const readOnce = (reading: Reading, facts: MilestoneFacts): MilestoneReading | undefined => {
  const known = reading.milestones.get(facts.id);
  if (known !== undefined) return known ?? undefined;
  reading.milestones.set(facts.id, null);
  const milestone = read(reading, facts);
  reading.milestones.set(facts.id, milestone);
  return milestone;
};

/** The reading of a milestone, once per question; undefined for one nobody planned, and while it is itself being read (a cycle). */
export const milestoneReading = (reading: Reading, id: string): MilestoneReading | undefined => {
  const known = reading.milestones.get(id);
  if (known !== undefined) return known ?? undefined;
  const facts = reading.facts.milestones.find((milestone) => milestone.id === id);
  return facts && readOnce(reading, facts);
};

/** Every milestone there is on the reading day, in order of planning, each read when it is asked for. */
export function* milestonesOn(reading: Reading): Generator<MilestoneReading, void> {
  for (const facts of reading.facts.milestones) {
    const milestone = readOnce(reading, facts);
    if (milestone?.exists) yield milestone;
  }
}
