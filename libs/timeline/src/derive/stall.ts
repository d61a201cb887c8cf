import { addMonths, epochDayOf, fromEpochDay, toEpochDay, yearOf } from '@masar/calendar';
import type { LawPath, Stalled } from '@masar/contracts';
import type { Reading } from './reading-shapes.js';
import { hasHappened, watch } from './reading.js';
import type { Span } from './spans.js';

/** EU legislative train schedule: nothing for nine months. */
const stallMonths = 9;

const dayIn = (year: number, monthAndDay: string): number =>
  epochDayOf(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3)));

/** The recesses of a path that touch the years from `from` on; both ends are days of the recess. */
const recessesFrom = (path: LawPath, from: number, years: number): readonly Span[] => {
  const first = yearOf(fromEpochDay(from)) - 1;
  const spans: Span[] = [];
  for (let year = first; year < first + years; year++) {
    for (const recess of path.recesses) {
      const ends = recess.to < recess.from ? year + 1 : year;
      spans.push({ from: dayIn(year, recess.from), to: dayIn(ends, recess.to) + 1 });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
};

/** The day reached `days` days after `from` when days of recess do not count. */
const daysOutside = (recesses: readonly Span[], from: number, days: number): number => {
  let counted = from + 1;
  let left = days;
  for (const recess of recesses) {
    if (recess.to <= counted) continue;
    const free = Math.max(0, recess.from - counted);
    if (free >= left) break;
    left -= free;
    counted = Math.max(counted, recess.to);
  }
  return counted + left - 1;
};

/** The last day on which anything moved: a stage entered, a milestone started or reached. */
const lastMove = (reading: Reading): number | undefined => {
  const steps = reading.facts.milestones.flatMap((milestone) =>
    milestone.life.filter((fact) => fact.step === 'started' || fact.step === 'reached'),
  );
  const days = [...reading.facts.stages, ...steps].flatMap((fact) =>
    hasHappened(reading, fact) ? [toEpochDay(fact.on)] : [],
  );
  return days.length === 0 ? undefined : days.reduce((latest, day) => Math.max(latest, day));
};

/** A law on a path stalls when nothing moves for nine months, recesses apart (definitions §8); only while it is open. */
export const stalledOn = (reading: Reading): Stalled | undefined => {
  const { path } = reading;
  if (!path || reading.end <= reading.on || reading.isDraft) return undefined;
  const moved = lastMove(reading);
  if (moved === undefined) return undefined;
  const nominal = toEpochDay(addMonths(fromEpochDay(moved), stallMonths)) - moved;
  const since = daysOutside(recessesFrom(path, moved, 8), moved, nominal);
  watch(reading, since);
  return since > reading.on ? undefined : { since: fromEpochDay(since), lastMovedOn: fromEpochDay(moved) };
};
