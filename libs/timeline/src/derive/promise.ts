import { addMonths, fromEpochDay, toEpochDay } from '@masar/calendar';
import { isAbsentTarget, isDateTarget, type Instant, type RelativeTarget, type TargetView } from '@masar/contracts';
import type { PromiseFact } from '../collect/facts.js';
import type { Anchor, Reading, Resolved } from './reading-shapes.js';
import { hasHappened } from './reading.js';
import type { WorkDays } from './work-days.js';

/** The span of a rule after its anchor's day: months keep the day, clamped to month end; then days, working ones by the calendar. */
export const afterAnchor = (rule: RelativeTarget, anchor: number, workDays: WorkDays): number => {
  const moved = rule.months ? toEpochDay(addMonths(fromEpochDay(anchor), rule.months)) : anchor;
  const days = rule.days ?? 0;
  return rule.working ? workDays.after(moved, days) : moved + days;
};

/**
 * Reads one promise. A relative one is the rule itself: unresolved until its anchor's actual, showing the anchor's
 * forecast or target plus the span; once resolved it follows corrections and reopenings of its anchor, marked
 * inherited when that changes the date it had first (definitions §2).
 */
export const resolve = (
  promise: PromiseFact,
  workDays: WorkDays,
  anchorOf: (reference: string, promisedAt: Instant) => Anchor,
): Resolved => {
  const { target } = promise;
  if (isDateTarget(target)) return { kind: 'date', day: toEpochDay(target), inherited: false };
  if (isAbsentTarget(target)) return { kind: 'absent', promise: target };
  const anchor = anchorOf(target.after, promise.recordedAt);
  if (anchor.actual !== undefined) {
    const day = afterAnchor(target, anchor.actual, workDays);
    const first = afterAnchor(target, anchor.first ?? anchor.actual, workDays);
    return { kind: 'date', day, inherited: first !== day };
  }
  const provisional = anchor.expected === undefined ? undefined : afterAnchor(target, anchor.expected, workDays);
  return { kind: 'unresolved', rule: target, provisional };
};

/** The date a promise names or is expected to name. */
export const expectedDay = (resolved: Resolved): number | undefined =>
  resolved.kind === 'date' ? resolved.day : resolved.kind === 'unresolved' ? resolved.provisional : undefined;

export const dayOf = (resolved: Resolved | undefined): number | undefined =>
  resolved?.kind === 'date' ? resolved.day : undefined;

export const targetView = (resolved: Resolved, isCyclic: boolean): TargetView => {
  if (resolved.kind === 'absent') return resolved.promise;
  if (resolved.kind === 'date') {
    return { date: fromEpochDay(resolved.day), ...(resolved.inherited && { inherited: true }) };
  }
  const { rule, provisional } = resolved;
  return {
    unresolved: true,
    ...rule,
    provisional: provisional === undefined ? null : fromEpochDay(provisional),
    ...(isCyclic && { fault: 'milestone/cycle' as const }),
  };
};

/**
 * The promises published by the reading day, in order of recording. While an initiative is a draft its dates move
 * freely: of those only the last before publishing is a promise (definitions §2).
 */
export const promisesOn = (reading: Reading, promises: readonly PromiseFact[]): readonly PromiseFact[] => {
  if (promises.length === 1) return promises;
  const [planned] = promises;
  const said = promises.filter((promise) => promise === planned || hasHappened(reading, promise));
  const { registration, published } = reading.facts;
  if (!registration.draft || !published || reading.isDraft) return said;
  const drafted = said.filter((promise) => promise.version < published.version);
  return said.slice(Math.max(0, drafted.length - 1));
};
