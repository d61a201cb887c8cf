import type { LawPath, Party, RelativeTarget, StreamName, TargetPromise } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { CommitmentFacts } from '../collect/commitments.js';
import type { EndingFact, InitiativeFacts, LifeFact, MilestoneFacts } from '../collect/facts.js';
import type { Question } from './question.js';
import type { Span } from './spans.js';
import type { Calendars, WorkDays } from './work-days.js';

/*
 * The shapes in which one question is read. An initiative, its milestones, their promises and what these hang on name each
 * other, so they are told in one place and read in several.
 */

/** What all initiatives touched by one question share: the day, the directory, and the days on which time will matter. */
export interface SharedReading {
  readonly on: number;
  readonly directory: Directory;
  readonly related: Question['related'];
  readonly commitments: Question['commitments'];
  /** Those of them that were read. */
  readonly readCommitments: Map<StreamName, CommitmentFacts>;
  readonly partyOfPerson: NonNullable<Question['partyOfPerson']>;
  /** Days after the reading day on which something read here may read otherwise. */
  readonly turns: Set<number>;
  readonly readings: Map<StreamName, Reading | undefined>;
}

/** One initiative as it is read on one day: its facts with everything several rules ask about. Days are epoch days. */
export interface Reading {
  readonly facts: InitiativeFacts;
  /** Those for this initiative. */
  readonly commitments: readonly CommitmentFacts[];
  readonly shared: SharedReading;
  readonly on: number;
  /** Owner on the reading day, and on any day. */
  readonly owner: string;
  readonly ownerOn: (day: number) => string;
  /** Days on which the owner changes, in order. */
  readonly ownerTurns: readonly number[];
  readonly calendars: Calendars;
  readonly path: LawPath | undefined;
  /** First day, Infinity where unknown; the fact it comes from. */
  readonly start: number;
  readonly startVersion: number;
  /** First day after the end, Infinity while open. */
  readonly end: number;
  readonly ending: EndingFact | undefined;
  readonly isDraft: boolean;
  /** Milestones read so far; `null` while one is being read, which closes a cycle. */
  readonly milestones: Map<string, MilestoneReading | null>;
}

/** One milestone on the reading day: where it stands and what was promised, before any verdict on it. */
export interface MilestoneReading {
  readonly facts: MilestoneFacts;
  /** Planned, or reported on, by the reading day. */
  readonly exists: boolean;
  readonly life: MilestoneLife;
  readonly state: LifeState;
  readonly party: Party;
  readonly workDays: WorkDays;
  /** What the team expects, epoch day. */
  readonly forecast: number | undefined;
  /** Undefined while nothing has been published. */
  readonly original: Resolved | undefined;
  readonly current: Resolved;
}

/** Reads a milestone of an initiative; undefined where there is none, or where it is itself being read (a cycle). */
export type MilestoneLookup = (reading: Reading, id: string) => MilestoneReading | undefined;

/** When a milestone was started and open, and when it was reached or cancelled, over all days known. */
export interface MilestoneLife {
  readonly steps: readonly LifeFact[];
  /** Started, and neither reached nor cancelled: in progress unless waited on. */
  readonly open: readonly Span[];
  /** Reached or cancelled; never empty spans. */
  readonly closed: readonly Span[];
  readonly started: LifeFact | undefined;
}

/** How a milestone stands on the reading day. */
export interface LifeState {
  readonly started: LifeFact | undefined;
  readonly reached: LifeFact | undefined;
  readonly confirmed: LifeFact | undefined;
  readonly reopened: LifeFact | undefined;
  readonly cancelled: LifeFact | undefined;
}

/** A promise as it reads on the day. Of a date: the epoch day, inherited when its anchor moved it after it had first resolved. */
export type Resolved =
  | { readonly kind: 'date'; readonly day: number; readonly inherited: boolean }
  | { readonly kind: 'unresolved'; readonly rule: RelativeTarget; readonly provisional: number | undefined }
  | { readonly kind: 'absent'; readonly promise: Extract<TargetPromise, { absent: string }> };

/** What a relative promise hangs on. */
export interface Anchor {
  /** The day its anchor happened; absent while it has not. */
  readonly actual?: number;
  /** The day it was first said to have happened, as the promise first met it. */
  readonly first?: number;
  /** When it is expected: forecast, else target, provisional or not. */
  readonly expected?: number;
}
