import { toEpochDay } from '@masar/calendar';
import { ratingVoices, type Confidence, type ConfidenceColour } from '@masar/contracts';
import type { RatingFact } from '../collect/facts.js';
import { byDay } from './by-day.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened, watch } from './reading.js';
import type { WorkDays } from './work-days.js';

/** A rating is old from the thirty-first day after it was given. */
const freshDays = 30;
/** Working days the median forecast has to be past the target for a green to be questioned. */
const tolerated = 10;

export const unrated: Confidence = { team: null, reviewer: null, independent: null, apart: false };

/** What closed cases let expect of an initiative, beside what it promises; epoch days. */
export interface Expectation {
  readonly target: number;
  readonly p50: number;
  readonly p85: number;
}

/**
 * Whether the team says otherwise than the figures (definitions §5): green while the median is more than ten working days past
 * the current target, or red while even the 85th percentile is within it. Without a forecast there is nothing to be apart from.
 */
export const isApart = (
  team: ConfidenceColour | undefined,
  expected: Expectation | undefined,
  workDays: Pick<WorkDays, 'between'>,
): boolean => {
  if (!expected) return false;
  const { target, p50, p85 } = expected;
  if (team === 'green') return workDays.between(target, p50) > tolerated;
  return team === 'red' && p85 <= target;
};

const viewOf = (reading: Reading, { colour, on, by }: RatingFact): NonNullable<Confidence['team']> => {
  const oldFrom = toEpochDay(on) + freshDays + 1;
  watch(reading, oldFrom);
  return { colour, on, by, old: reading.on >= oldFrom };
};

/** Three voices side by side, each by what it said last by the reading day; never averaged. */
export const confidenceOf = (reading: Reading, expected?: Expectation): Confidence => {
  if (reading.facts.ratings.length === 0) return unrated;
  const given = byDay(reading.facts.ratings).filter((rating) => hasHappened(reading, rating));
  const [team, reviewer, independent] = ratingVoices.map((voice) => given.findLast((rating) => rating.voice === voice));
  const shown = (rating: RatingFact | undefined) => (rating ? viewOf(reading, rating) : null);
  return {
    team: shown(team),
    reviewer: shown(reviewer),
    independent: shown(independent),
    apart: isApart(team?.colour, expected, reading.calendars.of(`entity:${reading.owner}`)),
  };
};
