import { addDays, addMonths } from '@masar/calendar';
import {
  isRelativeTarget,
  type LocalDate,
  type RelativeTarget,
  type StreamName,
  type TargetPromise,
} from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { lawOf, type Initiative } from '@masar/domain';

/** The days that a milestone's relative promises stand for by now: its present one, and its first. */
export interface ResolvedTarget {
  readonly current?: LocalDate;
  readonly original?: LocalDate;
}

/** Dates that relative promises stand for by now, by milestone; those whose anchor has not happened are left out. */
export const resolvedTargets = async (
  stream: StreamName,
  initiative: Initiative,
  directory: Directory,
  dateOf: (reference: string) => Promise<LocalDate | undefined>,
): Promise<ReadonlyMap<string, ResolvedTarget>> => {
  const start = initiative.startedOn ?? (initiative.kind === 'laws' ? lawOf(initiative).visits[0]?.from : undefined);
  const anchorOf = (after: string): Promise<LocalDate | undefined> | LocalDate | undefined =>
    after === 'start' ? start : dateOf(after.includes('/') ? after : `${stream}/milestones/${after}`);
  const spanned = (anchor: LocalDate, promise: RelativeTarget, party: string): LocalDate => {
    if (promise.months !== undefined) return addMonths(anchor, promise.months);
    const days = promise.days ?? 0;
    return promise.working
      ? directory.calendarOf(party, initiative.owner).addWorkingDays(anchor, days)
      : addDays(anchor, days);
  };
  const dayOf = async (promise: TargetPromise | undefined, party: string): Promise<LocalDate | undefined> => {
    if (promise === undefined || !isRelativeTarget(promise)) return undefined;
    const anchor = await anchorOf(promise.after);
    return anchor === undefined ? undefined : spanned(anchor, promise, party);
  };
  const resolved = new Map<string, ResolvedTarget>();
  for (const { id, current, original, party = `entity:${initiative.owner}` } of Object.values(initiative.milestones)) {
    const [now, first] = [await dayOf(current.promise, party), await dayOf(original?.promise, party)];
    if (now !== undefined || first !== undefined)
      resolved.set(id, { ...(now && { current: now }), ...(first && { original: first }) });
  }
  return resolved;
};
