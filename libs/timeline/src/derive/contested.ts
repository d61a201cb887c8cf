import { toEpochDay } from '@masar/calendar';
import type { ContestView } from '@masar/contracts';
import type { ContestFact } from '../collect/facts.js';
import type { BookedSpan } from './day-ledger.js';
import type { Reading } from './reading-shapes.js';
import { watch } from './reading.js';
import type { ShowParty } from './sovereign.js';

/** A contest with its span; it acts on the days it names whatever the reading day is. */
interface ContestReading {
  readonly fact: ContestFact;
  readonly from: number;
  readonly to: number;
}

export const contestsOf = (reading: Reading): readonly ContestReading[] =>
  reading.facts.contests.map((fact) => {
    const contest = { fact, from: toEpochDay(fact.from), to: toEpochDay(fact.to) };
    for (const day of [contest.from, contest.from + 1, contest.to, contest.to + 1]) watch(reading, day);
    return contest;
  });

const overlaps = (contest: ContestReading, span: BookedSpan): boolean =>
  contest.fact.party === span.party && contest.from < span.to && span.from < contest.to;

/** Days of a span its party contests and nobody has decided; a day contested twice counts once. */
export const contestedDays = (contests: readonly ContestReading[], span: BookedSpan): number => {
  let days = 0;
  let counted = span.from;
  const open = contests.filter((contest) => !contest.fact.decided && overlaps(contest, span));
  for (const { from, to } of [...open].sort((a, b) => a.from - b.from)) {
    const first = Math.max(from, counted);
    const last = Math.min(to, span.to);
    if (last > first) days += last - first;
    counted = Math.max(counted, last);
  }
  return days;
};

/** The contest whose ruling gave these days. */
const decidedBy = (contests: readonly ContestReading[], span: BookedSpan): ContestReading | undefined =>
  span.claim?.source === 'ruling'
    ? contests.find((contest) => contest.fact.decided?.version === span.claim?.version)
    : undefined;

/** The contest shown on an entry: the open one, else the one that ruled it, else the last decided. */
export const contestView = (
  contests: readonly ContestReading[],
  span: BookedSpan,
  show: ShowParty,
): ContestView | null => {
  const own = contests.filter((contest) => overlaps(contest, span));
  const shown = own.findLast((contest) => !contest.fact.decided) ?? decidedBy(contests, span) ?? own.at(-1);
  if (!shown) return null;
  const { id, party, on, decided } = shown.fact;
  return { id, state: decided?.decision ?? 'open', by: show(party), on };
};
