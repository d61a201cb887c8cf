import type {
  ApplicationState,
  Audience,
  Bilingual,
  ConfidenceColour,
  CorrectionField,
  Instant,
  LawOutcome,
  LawPathReference,
  LocalDate,
  Party,
  Position,
  RatingVoice,
  Role,
  StreamName,
  TargetPromise,
  WaitCause,
  WaitReason,
} from '@masar/contracts';

/**
 * One recorded fact as reporting keeps it: plain JSON. Corrections are already applied to its fields; `stated` keeps
 * what was said first, and when it was corrected first, under the name of the field.
 */
export interface Fact {
  readonly version: number;
  /** The business date (`happenedOn`): `since` of a wait, first paused day of a pause request. */
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  readonly by: string;
  /** Whom `by` stood in for. */
  readonly inNameOf?: string;
  readonly stated?: Readonly<Record<string, { readonly value: unknown; readonly correctedAt: Instant }>>;
  /** Versions of the corrections that rewrote it. */
  readonly correctedBy?: readonly number[];
}

export interface RegistrationFact extends Fact {
  readonly title: Bilingual;
  readonly owner: string;
  readonly draft: boolean;
  readonly startedOn?: LocalDate;
}
export interface DescriptionFact extends Fact {
  readonly title?: Bilingual;
  readonly type?: string;
  readonly startedOn?: LocalDate;
}
export interface OwnerFact extends Fact {
  readonly to: string;
}
/** `outcome` for a law; `ending` for everything an initiative ends by. */
export interface EndingFact extends Fact {
  readonly ending: 'complete' | 'cancelled';
  readonly outcome?: LawOutcome;
}

/** A promise written into a milestone; the first one comes with its planning. */
export interface PromiseFact extends Fact {
  readonly how: 'planned' | 'set' | 'moved' | 'requested';
  readonly target: TargetPromise;
  readonly reason?: string;
  readonly request?: string;
}
export type RequestOutcome = 'approved' | 'rejected' | 'returned' | 'withdrawn';
export interface RequestFact extends Fact {
  readonly id: string;
  readonly target: TargetPromise;
  readonly reason: string;
  readonly answer?: Fact & { readonly outcome: RequestOutcome; readonly target?: TargetPromise };
}
export type LifeStep = 'started' | 'reached' | 'confirmed' | 'reopened' | 'cancelled';
export interface LifeFact extends Fact {
  readonly step: LifeStep;
  /** The confirmed commitment that led to it. */
  readonly causedBy?: Position;
}
export interface ForecastFact extends Fact {
  readonly date: LocalDate;
}
export interface MilestoneDescriptionFact extends Fact {
  readonly title?: Bilingual;
  readonly type?: string;
  readonly weight?: number;
}
export interface DependenciesFact extends Fact {
  readonly dependsOn: readonly string[];
}
export interface MilestoneFacts {
  readonly id: string;
  readonly planned: Fact & {
    readonly title: Bilingual;
    readonly type?: string;
    /** Absent: whoever owns the initiative on the day. */
    readonly party?: Party;
    readonly key: boolean;
    readonly weight?: number;
    readonly stage?: string;
  };
  /** In order of recording: each names what was promised before it. */
  readonly promises: readonly PromiseFact[];
  readonly requests: readonly RequestFact[];
  readonly life: readonly LifeFact[];
  readonly forecasts: readonly ForecastFact[];
  readonly descriptions: readonly MilestoneDescriptionFact[];
  readonly dependencies: readonly DependenciesFact[];
}

/** `on` is `since`. */
export interface WaitFact extends Fact {
  readonly id: string;
  readonly party: Party;
  readonly reason: WaitReason;
  readonly milestone?: string;
  readonly note?: string;
  readonly affirmed: readonly Fact[];
  readonly ended?: Fact;
}

/** `on` is the first paused day asked for. */
export interface PauseFact extends Fact {
  readonly id: string;
  readonly until: LocalDate;
  readonly reason: string;
  readonly party?: Party;
  readonly decided?: Fact & {
    readonly decision: 'granted' | 'refused';
    /** First and last paused day the grant gives. */
    readonly from?: LocalDate;
    readonly until?: LocalDate;
  };
  readonly renewed: readonly (Fact & { readonly until: LocalDate })[];
  /** `on` is the first day no longer paused. */
  readonly ended?: Fact;
}

export interface RuledSpanFact {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly party: Party;
  readonly cause?: WaitCause;
}
export interface ContestFact extends Fact {
  readonly id: string;
  readonly party: Party;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly decided?: Fact & {
    readonly decision: 'dismissed' | 'ruled';
    readonly reason: string;
    readonly spans: readonly RuledSpanFact[];
  };
}

export interface BlockerFact extends Fact {
  readonly id: string;
  readonly title: Bilingual;
  readonly decider: string;
  readonly dueOn: LocalDate;
  readonly wait?: string;
  readonly resolved?: Fact & { readonly outcome: string };
}

export interface RatingFact extends Fact {
  readonly id: string;
  readonly voice: RatingVoice;
  readonly colour: ConfidenceColour;
  readonly note?: string;
  readonly backToGreen?: LocalDate;
}

/** A note that asks somebody. Notes that ask nobody say nothing about what waits. */
export interface QuestionFact extends Fact {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  /** By whom it was put to. */
  readonly answer?: Fact;
}

/** A correction asked for. */
export interface CorrectionRequestFact extends Fact {
  readonly id: string;
  readonly corrects: number;
  readonly field: CorrectionField;
  readonly reason: string;
  readonly decided?: Fact;
}

export interface CorrectionFact extends Fact {
  readonly corrects: number;
  readonly field: CorrectionField;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
  /** The milestone whose fact it corrects. */
  readonly milestone?: string;
}

export interface StageFact extends Fact {
  readonly stage: string;
  readonly visit: number;
  readonly party?: Party;
  readonly returned?: string;
  readonly skipped?: readonly { readonly stage: string; readonly reason: string }[];
  readonly issue?: string;
  readonly number?: string;
  readonly inForceOn?: LocalDate;
}

export interface ScopeFact extends Fact {
  readonly entities: readonly { readonly entity: string; readonly dueOn: LocalDate }[];
}
export interface ApplicationFact extends Fact {
  readonly entity: string;
  readonly step: 'recorded' | 'verified' | 'returned' | 'exempted';
  readonly state?: ApplicationState;
  readonly ground?: string;
}

/**
 * Everything reporting knows of ONE initiative stream, corrections applied: JSON, independent of clock, calendar and
 * any other stream. What only some kinds have (`path` and stages, scope and applications) is simply absent in others.
 */
export interface InitiativeFacts {
  readonly stream: StreamName;
  readonly kind: string;
  readonly id: string;
  /** Version of the last event folded, and when it was recorded. */
  readonly version: number;
  readonly recordedAt: Instant;
  readonly registration: RegistrationFact;
  readonly type?: string;
  readonly audience: Audience;
  readonly partnerTitle?: Bilingual;
  readonly path?: LawPathReference;
  readonly source?: { readonly system: string; readonly id: string };
  readonly descriptions: readonly DescriptionFact[];
  readonly published?: Fact;
  readonly owners: readonly OwnerFact[];
  readonly members: Readonly<Record<string, Role>>;
  readonly endings: readonly EndingFact[];
  readonly milestones: readonly MilestoneFacts[];
  readonly waits: readonly WaitFact[];
  readonly pauses: readonly PauseFact[];
  readonly contests: readonly ContestFact[];
  readonly blockers: readonly BlockerFact[];
  readonly corrections: readonly CorrectionFact[];
  readonly correctionRequests: readonly CorrectionRequestFact[];
  readonly ratings: readonly RatingFact[];
  readonly questions: readonly QuestionFact[];
  readonly stages: readonly StageFact[];
  readonly scopes: readonly ScopeFact[];
  readonly applications: readonly ApplicationFact[];
}
