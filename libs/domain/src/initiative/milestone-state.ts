import type { Bilingual, LocalDate, Party, TargetPromise } from '@masar/contracts';
import type { ById } from './by-id.js';

/** A promise and the version of the event that wrote it, which a correction names. */
export interface WrittenTarget {
  readonly promise: TargetPromise;
  readonly version: number;
}

/** A request for another target. `lapsed`: the milestone was reached or cancelled first. */
export interface TargetChange {
  readonly status: 'undecided' | 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'lapsed';
  readonly from: TargetPromise;
  readonly to: TargetPromise;
  readonly on: LocalDate;
  readonly requester: string;
  readonly requestedFor?: string;
}

interface MilestoneBase {
  readonly id: string;
  readonly title: Bilingual;
  /** Absent: whoever owns the initiative on the day. */
  readonly party?: Party;
  readonly key: boolean;
  /** Bound to a law stage: reached by entering it, never by hand. */
  readonly stage?: string;
  readonly dependsOn: readonly string[];
  /** The first published promise, written once; absent while a draft or without any date. */
  readonly original?: WrittenTarget;
  readonly current: WrittenTarget;
  readonly changes: ById<TargetChange>;
  readonly startedOn?: LocalDate;
}
interface Report {
  readonly reachedOn: LocalDate;
  readonly reachedVersion: number;
  readonly reporter: string;
  readonly reportedFor?: string;
  /** Items of evidence given so far. */
  readonly evidence: number;
}

export type OpenMilestone = MilestoneBase &
  (
    | { readonly status: 'planned' }
    | { readonly status: 'started'; readonly startedOn: LocalDate }
    | { readonly status: 'reopened'; readonly reopenedOn: LocalDate }
  );
export type ReachedMilestone = MilestoneBase &
  Report &
  ({ readonly status: 'reached' } | { readonly status: 'confirmed'; readonly confirmedOn: LocalDate });
export type CancelledMilestone = MilestoneBase & { readonly status: 'cancelled'; readonly cancelledOn: LocalDate };
export type Milestone = OpenMilestone | ReachedMilestone | CancelledMilestone;

export const isReached = (milestone: Milestone): milestone is ReachedMilestone =>
  milestone.status === 'reached' || milestone.status === 'confirmed';
export const isOpen = (milestone: Milestone): milestone is OpenMilestone =>
  !isReached(milestone) && milestone.status !== 'cancelled';

/** When a milestone stopped being open: its actual, or the day it was cancelled. */
export const closedOn = (milestone: Milestone): LocalDate | undefined =>
  isReached(milestone) ? milestone.reachedOn : milestone.status === 'cancelled' ? milestone.cancelledOn : undefined;
