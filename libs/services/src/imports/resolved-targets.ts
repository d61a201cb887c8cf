import { addDays, addMonths } from '@masar/calendar';
import { isRelativeTarget, type LocalDate, type RelativeTarget, type StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { lawOf, type Initiative } from '@masar/domain';

/** Dates that relative promises stand for by now, by milestone; those whose anchor has not happened are left out. */
export const resolvedTargets = async (
  stream: StreamName,
  initiative: Initiative,
  directory: Directory,
  dateOf: (reference: string) => Promise<LocalDate | undefined>,
): Promise<ReadonlyMap<string, LocalDate>> => {
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
  const resolved = new Map<string, LocalDate>();
  for (const { id, current, party } of Object.values(initiative.milestones)) {
    if (!isRelativeTarget(current.promise)) continue;
    const anchor = await anchorOf(current.promise.after);
    if (anchor !== undefined) resolved.set(id, spanned(anchor, current.promise, party ?? `entity:${initiative.owner}`));
  }
  return resolved;
};
