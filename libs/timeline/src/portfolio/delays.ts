import type { DelayItem, WaitCause } from '@masar/contracts';
import { contestedDays, contestsOf } from '../derive/contested.js';
import { bookedBy, dayBook } from '../derive/day-ledger.js';
import { bucketOf, isRanked } from '../derive/ledger-sums.js';
import type { Question } from '../derive/question.js';
import { readingOf } from '../derive/reading.js';
import { showParty } from '../derive/sovereign.js';

/** The days one wait holds of one initiative, of one cause: a sample for medians. */
export interface DelaySample {
  readonly party: string;
  readonly kind: string;
  readonly cause: WaitCause;
  readonly days: number;
  readonly contested: number;
  readonly ranked: boolean;
}

/** The waits booked in an initiative's ledger by the day asked for, each with all its days. Concurrent days are nobody's. */
export const delaySamples = (question: Question): readonly DelaySample[] => {
  const reading = readingOf(question);
  const show = showParty(reading, question.hideSovereign === true);
  const contests = contestsOf(reading);
  const samples = new Map<string, DelaySample>();
  for (const span of bookedBy(dayBook(reading).booked, reading.on)) {
    const { claim, party, cause } = span;
    if (!claim || !cause || bucketOf(span) !== 'waiting') continue;
    const key = `${claim.id} ${party} ${cause}`;
    const before = samples.get(key);
    samples.set(key, {
      party: show(party),
      kind: reading.facts.kind,
      cause,
      days: (before?.days ?? 0) + span.to - span.from,
      contested: (before?.contested ?? 0) + contestedDays(contests, span),
      ranked: isRanked(reading, span),
    });
  }
  return [...samples.values()];
};

/** Median of numbers in order, linear between the middle two (type 7). */
const medianOf = (sorted: readonly number[]): number => {
  const middle = (sorted.length - 1) / 2;
  const below = sorted[Math.floor(middle)] ?? 0;
  const above = sorted[Math.ceil(middle)] ?? 0;
  return (below + above) / 2;
};

const itemOf = (samples: readonly DelaySample[]): DelayItem => {
  const [first] = samples as [DelaySample];
  const days = samples.reduce((sum, sample) => sum + sample.days, 0);
  return {
    party: first.party,
    kind: first.kind,
    cause: first.cause,
    n: samples.length,
    days,
    median: medianOf(samples.map((sample) => sample.days).sort((a, b) => a - b)),
    statutory: first.cause === 'statutory' ? days : 0,
    contested: samples.reduce((sum, sample) => sum + sample.contested, 0),
    ranked: first.ranked,
  };
};

const byName = (a: DelayItem, b: DelayItem): number => {
  const [left, right] = [a, b].map(({ party, kind, cause }) => `${party} ${kind} ${cause}`) as [string, string];
  return left < right ? -1 : 1;
};

/**
 * Waiting days by party, kind and cause over many initiatives: those that may be ranked first, most days first; then
 * sovereign bodies and statutory days, listed by name and never ranked (definitions §3).
 */
export const delayItems = (samples: Iterable<DelaySample>): readonly DelayItem[] => {
  const groups = new Map<string, DelaySample[]>();
  for (const sample of samples) {
    const key = `${sample.party} ${sample.kind} ${sample.cause} ${sample.ranked}`;
    const group = groups.get(key);
    if (group) group.push(sample);
    else groups.set(key, [sample]);
  }
  const items = [...groups.values()].map(itemOf);
  const ranked = items.filter((item) => item.ranked).sort((a, b) => b.days - a.days || byName(a, b));
  return [...ranked, ...items.filter((item) => !item.ranked).sort(byName)];
};
