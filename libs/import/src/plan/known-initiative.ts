import type {
  Bilingual,
  InitiativeStatus,
  Instant,
  LocalDate,
  MilestoneStatus,
  Party,
  StreamName,
  TargetPromise,
} from '@masar/contracts';

export interface KnownMilestone {
  readonly title: Bilingual;
  readonly target: TargetPromise;
  /** The date a relative promise stands for by now: a file that says that date says nothing new. */
  readonly resolved?: LocalDate;
  readonly forecast?: LocalDate;
  /** The report, and the version that made it. */
  readonly actual?: { readonly on: LocalDate; readonly version: number };
  readonly confirmedOn?: LocalDate;
  readonly cancelled: boolean;
  /** The first promise, and the date a relative one stands for by now. */
  readonly original?: TargetPromise;
  readonly resolvedOriginal?: LocalDate;
  /** What an export may say of it: while it is open the day decides between some, the likeliest first. */
  readonly statuses?: readonly MilestoneStatus[];
  /** Who acts, the owner where nobody is named. */
  readonly party: Party;
  readonly key: boolean;
  readonly dependsOn: readonly string[];
  /** What an undecided request asks for. */
  readonly asked?: TargetPromise;
}
export interface KnownWait {
  readonly party: Party;
  readonly since: LocalDate;
  readonly version: number;
  /** Absent while open; without version when its milestone or the initiative ended it. */
  readonly ended?: { readonly on: LocalDate; readonly version?: number };
}

/** What an initiative's stream says already, as far as an import compares itself with it. Plain data, corrected. */
export interface KnownInitiative {
  readonly stream: StreamName;
  readonly version: number;
  /** Of its last event. */
  readonly knownAt: Instant;
  readonly draft: boolean;
  readonly title: Bilingual;
  /** It is known for planning alone: whoever imports may not read what it says. */
  readonly isUnread?: boolean;
  readonly statuses?: readonly InitiativeStatus[];
  readonly owner: string;
  readonly type?: string;
  readonly startedOn?: { readonly on: LocalDate; readonly version: number };
  readonly milestones: Readonly<Record<string, KnownMilestone>>;
  readonly waits: Readonly<Record<string, KnownWait>>;
  readonly stages: readonly { readonly stage: string; readonly on: LocalDate }[];
  readonly notes: readonly string[];
  /** Corrections that have been asked for and not been decided. */
  readonly asked: readonly { readonly version: number; readonly field: string; readonly to: unknown }[];
  /** Completed or with an outcome; the version that said so. */
  readonly ended?: { readonly on: LocalDate; readonly version: number };
}
