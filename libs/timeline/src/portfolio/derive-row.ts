import { fromEpochDay, toEpochDay } from '@masar/calendar';
import { sameValue, type MilestoneItem, type PortfolioItem, type PortfolioLine } from '@masar/contracts';
import { confidenceOf } from '../derive/confidence.js';
import { contestedDays, contestsOf } from '../derive/contested.js';
import { cyclesOf } from '../derive/cycles.js';
import { bookedBy, dayBook, type BookedSpan } from '../derive/day-ledger.js';
import { slipOf, varianceOf } from '../derive/distance.js';
import { bucketOf, isRanked, sumsOf, type HeldWait, type LedgerSums } from '../derive/ledger-sums.js';
import { milestonesOn } from '../derive/milestone-reading.js';
import { milestoneStatus } from '../derive/milestone-status.js';
import { described } from '../derive/milestone-view.js';
import { lapsedOn } from '../derive/pauses.js';
import { expectedDay, targetView } from '../derive/promise.js';
import type { Question } from '../derive/question.js';
import type { MilestoneReading, Reading } from '../derive/reading-shapes.js';
import { dateOrNull, readingOf, watch } from '../derive/reading.js';
import { isOpenWait, isStale, staleFrom, waitsOn } from '../derive/recorded-waits.js';
import { showParty, type ShowParty } from '../derive/sovereign.js';
import { forever } from '../derive/spans.js';
import { stalledOn } from '../derive/stall.js';
import { initiativeStatus, titleOn } from '../derive/standing.js';
import { notOffered, spanOn } from '../derive/timeline.js';
import { holderOf, promisedLast, promiseOf } from './line.js';
import type { Growth, OpenWait, PortfolioRow } from './row.js';

const milestoneItem = (
  reading: Reading,
  milestone: MilestoneReading,
  show: ShowParty,
  cyclic: ReadonlyMap<string, unknown>,
): MilestoneItem => {
  const { facts, state, original, current, forecast } = milestone;
  const actual = state.reached && toEpochDay(state.reached.on);
  const isCyclic = cyclic.has(facts.id);
  return {
    id: facts.id,
    title: described(reading, facts).title,
    party: show(milestone.party),
    key: facts.planned.key,
    status: milestoneStatus(reading, milestone),
    originalTarget: original ? targetView(original, isCyclic) : null,
    currentTarget: targetView(current, isCyclic),
    forecast: { team: dateOrNull(forecast), ...notOffered },
    actual: dateOrNull(actual),
    confirmedOn: state.confirmed?.on ?? null,
    slip: slipOf(milestone),
    variance: varianceOf(milestone, actual),
  };
};

/** The open milestone whose date, promised or provisional, comes first; those without any date after the dated, in order of planning. */
const nextOf = (milestones: readonly MilestoneReading[], items: readonly MilestoneItem[]): PortfolioItem['next'] => {
  let next: { readonly item: MilestoneItem; readonly day: number } | undefined;
  milestones.forEach(({ state, current }, at) => {
    if (state.reached || state.cancelled) return;
    const day = expectedDay(current) ?? forever;
    const item = items[at];
    if (item && (!next || day < next.day)) next = { item, day };
  });
  return next ? { milestone: next.item.id, title: next.item.title, target: next.item.currentTarget } : null;
};

const still: Growth = { elapsed: 0, active: 0, waiting: 0, paused: 0, contested: 0, longestWait: 0 };

const runs = (wait: HeldWait | undefined, today: BookedSpan): boolean =>
  wait !== undefined && wait.id === today.claim?.id && wait.party === today.party;

/** What the reading day itself, once it has passed, will be booked to. */
const growthOf = (reading: Reading, booked: readonly BookedSpan[], sums: LedgerSums): Growth => {
  const today = booked.at(-1);
  if (!today || today.to <= reading.on) return still;
  const contested = contestedDays(contestsOf(reading), { ...today, from: reading.on });
  const isLongest = isRanked(reading, today) && runs(sums.longest, today);
  return { ...still, elapsed: 1, [bucketOf(today)]: 1, contested, longestWait: Number(isLongest) };
};

/**
 * The day on which the wait that runs overtakes the longest one; until then it grows unseen. Of equals the one that was booked
 * first is the longest, so that one which began earlier overtakes a day sooner.
 */
const watchOvertaking = (reading: Reading, booked: readonly BookedSpan[], sums: LedgerSums): void => {
  const today = booked.at(-1);
  if (!today?.claim || today.to <= reading.on || !isRanked(reading, today) || runs(sums.longest, today)) return;
  let days = 0;
  let first: BookedSpan | undefined;
  for (const span of booked) {
    if (!isRanked(reading, span)) continue;
    const isSame = span.claim?.id === today.claim.id && span.party === today.party;
    if (isSame) days += Math.min(span.to, reading.on) - span.from;
    if (isSame || runs(sums.longest, span)) first ??= span;
  }
  const beganEarlier = sums.longest !== undefined && first !== undefined && !runs(sums.longest, first);
  watch(reading, reading.on + (sums.longest?.days ?? 0) - days + (beganEarlier ? 0 : 1));
};

const openWaits = (reading: Reading, show: ShowParty): readonly OpenWait[] =>
  waitsOn(reading)
    .filter((wait) => isOpenWait(reading, wait))
    .map((wait) => {
      watch(reading, staleFrom(reading, wait));
      const { id, party, milestone } = wait.fact;
      return { id, party: show(party), ...(milestone !== undefined && { milestone }), stale: isStale(reading, wait) };
    });

type LedgerPart = Pick<
  PortfolioRow,
  'elapsed' | 'active' | 'waiting' | 'paused' | 'longestWait' | 'contested' | 'growth' | 'line'
>;

const ledgerPart = (reading: Reading, show: ShowParty, promise: PortfolioLine['promise']): LedgerPart => {
  const { booked } = dayBook(reading);
  if (reading.start > reading.on) {
    const none = { elapsed: null, active: null, waiting: null, paused: null, longestWait: null };
    return { ...none, contested: 0, growth: still, line: { promise, holder: null } };
  }
  const sums = sumsOf(reading, bookedBy(booked, reading.on));
  watchOvertaking(reading, booked, sums);
  const { active, waiting, paused, contested, longest } = sums;
  return {
    elapsed: active + waiting + paused,
    active,
    waiting,
    paused,
    longestWait: longest ? { party: show(longest.party), days: longest.days } : null,
    contested,
    growth: growthOf(reading, booked, sums),
    line: { promise, holder: holderOf(reading, booked) },
  };
};

/** A row before it is known how long it stays as it is, and the later days on which something may change. */
export interface RowOnDay {
  readonly row: Omit<PortfolioRow, 'reviewOn'>;
  readonly turns: ReadonlySet<number>;
}

/**
 * The portfolio's line of one initiative on one day. With `unless`, given up (undefined) at the first milestone that reads
 * otherwise than there: who asks only whether a day changes anything is spared the rest of a day that does.
 */
export function rowOnDay(question: Question): RowOnDay;
export function rowOnDay(question: Question, unless: readonly MilestoneItem[]): RowOnDay | undefined;
export function rowOnDay(question: Question, unless?: readonly MilestoneItem[]): RowOnDay | undefined {
  const reading = readingOf(question);
  const { facts } = reading;
  const show = showParty(reading, question.hideSovereign === true);
  const cyclic = cyclesOf(reading);
  const milestones: MilestoneReading[] = [];
  const items: MilestoneItem[] = [];
  for (const milestone of milestonesOn(reading)) {
    const item = milestoneItem(reading, milestone, show, cyclic);
    if (unless && !sameValue(item, unless[items.length])) return undefined;
    milestones.push(milestone);
    items.push(item);
  }
  const stalled = stalledOn(reading);
  const last = promisedLast(milestones);
  const promised = last === undefined ? undefined : milestones[last];
  const lapsed = lapsedOn(reading);
  const row: RowOnDay['row'] = {
    kind: facts.kind,
    id: facts.id,
    title: titleOn(reading),
    owner: reading.owner,
    status: initiativeStatus(reading),
    ...spanOn(reading),
    next: reading.end <= reading.on ? null : nextOf(milestones, items),
    slip: promised ? slipOf(promised) : null,
    missed: items.filter(({ status }) => status === 'missed').length,
    ...ledgerPart(reading, show, promised ? promiseOf(promised, items[last!]!) : null),
    corrections: facts.corrections.length,
    ...(stalled && { stalled }),
    confidence: confidenceOf(reading),
    stream: facts.stream,
    from: question.on,
    audience: facts.audience,
    milestones: items,
    waits: openWaits(reading, show),
    ...(lapsed !== undefined && { pauseLapsedOn: fromEpochDay(lapsed) }),
  };
  return { row, turns: reading.shared.turns };
}
