import { addMonths, dayOf, type DayNumber } from './day-numbers.js';
import { byDay, type KnownEvent } from './known-history.js';

type Promised =
  | { readonly date: DayNumber }
  | { readonly after: string; readonly add: (anchor: DayNumber) => DayNumber | undefined }
  | undefined;

const readPromise = (target: unknown): Promised => {
  if (typeof target === 'string') return { date: dayOf(target) };
  const rule = target as { after?: string; days?: number; months?: number; working?: boolean } | undefined;
  if (rule?.after === undefined || rule.working) return undefined;
  const { after, days = 0, months } = rule;
  return { after, add: (anchor) => (months === undefined ? anchor + days : addMonths(anchor, months)) };
};

/** The promises of a milestone in the order of their own days: planned, set, moved, approved. */
const promisesOf = (id: string, events: readonly KnownEvent[], on: DayNumber): readonly Promised[] => {
  const promises: Promised[] = [];
  for (const event of byDay(events)) {
    if (event.data['milestone'] !== id || event.day > on) continue;
    if (event.name === 'milestone.planned' || event.name === 'milestone.target-set')
      promises.push(readPromise(event.data['target']));
    if (event.name === 'milestone.target-moved') promises.push(readPromise(event.data['to']));
    if (event.name === 'milestone.target-change-decided' && event.data['decision'] === 'approved') {
      const asked = events.find(
        (e) => e.name === 'milestone.target-change-requested' && e.data['change'] === event.data['change'],
      );
      promises.push(readPromise(event.data['to'] ?? asked?.data['to']));
    }
  }
  return promises;
};

type ActualOf = (milestone: string) => DayNumber | undefined;

const resolve = (promise: Promised, actualOf: ActualOf): DayNumber | undefined => {
  if (promise === undefined) return undefined;
  if ('date' in promise) return promise.date;
  const anchor = actualOf(promise.after);
  return anchor === undefined ? undefined : promise.add(anchor);
};

/** The day a target names: its date, or its anchor's actual and the span; undefined before, and where it names none. */
export const promisedDay = (target: unknown, actualOf: ActualOf): DayNumber | undefined =>
  resolve(readPromise(target), actualOf);

export interface MilestoneTargets {
  readonly original: DayNumber | undefined;
  readonly current: DayNumber | undefined;
}

/**
 * Original and current target (definitions §2): the first promise that is a date or a rule, and the last promise; a rule
 * counts from the actual of its anchor and has no date before.
 */
export const milestoneTargets = (
  id: string,
  events: readonly KnownEvent[],
  on: DayNumber,
  actualOf: ActualOf,
): MilestoneTargets => {
  const promises = promisesOf(id, events, on);
  const first = promises.find((promise) => promise !== undefined);
  return { original: resolve(first, actualOf), current: resolve(promises.at(-1), actualOf) };
};
