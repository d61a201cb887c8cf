import { fromEpochDay } from '@masar/calendar';
import type { MilestoneItem, PortfolioLine } from '@masar/contracts';
import type { BookedSpan } from '../derive/day-ledger.js';
import { bucketOf } from '../derive/ledger-sums.js';
import { dayOf } from '../derive/promise.js';
import type { MilestoneReading, Reading } from '../derive/reading-shapes.js';
import { showParty } from '../derive/sovereign.js';

/** The milestone promised last: key milestones before working ones, the later current target before the earlier. */
export const promisedLast = (milestones: readonly MilestoneReading[]): number | undefined => {
  let last: number | undefined;
  milestones.forEach((milestone, at) => {
    const day = dayOf(milestone.current);
    if (milestone.state.cancelled || day === undefined || dayOf(milestone.original) === undefined) return;
    const before = last === undefined ? undefined : milestones[last];
    const key = Number(milestone.facts.planned.key) - Number(before?.facts.planned.key ?? false);
    if (!before || key > 0 || (key === 0 && day > (dayOf(before.current) ?? 0))) last = at;
  });
  return last;
};

export const promiseOf = ({ original, current }: MilestoneReading, item: MilestoneItem): PortfolioLine['promise'] => {
  const [first, inForce] = [dayOf(original), dayOf(current)];
  if (first === undefined || inForce === undefined) return null;
  const { id, title, forecast, actual, confirmedOn } = item;
  const targets = { originalTarget: fromEpochDay(first), currentTarget: fromEpochDay(inForce) };
  return { milestone: id, title, ...targets, forecast, actual, confirmedOn };
};

/**
 * Whose the reading day is, and since when without a break, whatever the entries are called in between. Sovereign bodies
 * are named inside the initiative alone, and there to reviewers: a row reads the same for everybody.
 */
export const holderOf = (reading: Reading, booked: readonly BookedSpan[]): PortfolioLine['holder'] => {
  const today = booked.at(-1);
  if (!today || today.to <= reading.on || reading.end <= reading.on) return null;
  const show = showParty(reading, true);
  const [bucket, party] = [bucketOf(today), show(today.party)];
  let since = today.from;
  for (const span of booked.toReversed()) {
    if (span.to < since || bucketOf(span) !== bucket || show(span.party) !== party) break;
    since = span.from;
  }
  return { bucket, party, since: fromEpochDay(since) };
};
