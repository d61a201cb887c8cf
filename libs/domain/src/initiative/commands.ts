import type {
  ApplicationState,
  Audience,
  Bilingual,
  ConfidenceColour,
  CorrectionField,
  Evidence,
  LawOutcome,
  LocalDate,
  Party,
  Role,
  TargetPromise,
  WaitCause,
  WaitReason,
} from '@masar/contracts';
import type { CommandContext } from '../command-context.js';

/** A span `[from, to)` of a contested span given to a party. */
export interface RuledSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly party: Party;
  readonly cause?: WaitCause;
}
export interface SkippedStage {
  readonly stage: string;
  readonly reason: string;
}
export interface ScopedEntity {
  readonly entity: string;
  readonly dueOn: LocalDate;
  readonly obligations?: readonly string[];
}

interface OfMilestone {
  readonly milestone: string;
}
interface OfTargetChange extends OfMilestone {
  readonly change: string;
}

/** Commands every kind of initiative knows; fields are those of api.md, ids of what is made come from the edge. */
export interface SharedCommandFields {
  RegisterInitiative: {
    readonly title: Bilingual;
    readonly owner: string;
    readonly startedOn?: LocalDate;
    /** The initiative's type in its kind, which later picks its reference class. */
    readonly initiativeType?: string;
    readonly jurisdiction?: string;
    readonly instrument?: string;
    readonly draft?: boolean;
    readonly audience?: Audience;
    readonly partnerTitle?: Bilingual;
    readonly source?: { readonly system: string; readonly id: string };
  };
  PublishInitiative: object;
  DescribeInitiative: {
    readonly title?: Bilingual;
    readonly initiativeType?: string;
    readonly partnerTitle?: Bilingual;
    readonly audience?: Audience;
    /** Only while unset: later a start is corrected, not described. */
    readonly startedOn?: LocalDate;
  };
  ChangeOwner: { readonly to: string; readonly reason: string };
  AddMember: { readonly user: string; readonly role: Role };
  RemoveMember: { readonly user: string };
  CompleteInitiative: object;
  CancelInitiative: { readonly reason: string };

  PlanMilestone: OfMilestone & {
    readonly title: Bilingual;
    readonly milestoneType?: string;
    readonly party?: Party;
    readonly target: TargetPromise;
    readonly key?: boolean;
    readonly weight?: number;
    readonly dependsOn?: readonly string[];
    readonly stage?: string;
  };
  StartMilestone: OfMilestone;
  ForecastMilestone: OfMilestone & { readonly date: LocalDate; readonly reason?: string };
  ReachMilestone: OfMilestone & { readonly evidence?: readonly Evidence[] };
  ConfirmMilestone: OfMilestone & { readonly reason?: string; readonly evidence?: readonly Evidence[] };
  ReopenMilestone: OfMilestone & { readonly reason: string };
  CancelMilestone: OfMilestone & { readonly reason: string };
  SetTarget: OfMilestone & { readonly to: TargetPromise };
  MoveTarget: OfMilestone & { readonly to: TargetPromise; readonly reason: string };
  DescribeMilestone: OfMilestone & {
    readonly title?: Bilingual;
    readonly milestoneType?: string;
    readonly weight?: number;
  };
  SetDependencies: OfMilestone & { readonly dependsOn: readonly string[] };

  RequestTargetChange: OfTargetChange & { readonly to: TargetPromise; readonly reason: string };
  ApproveTargetChange: OfTargetChange & { readonly reason?: string };
  RejectTargetChange: OfTargetChange & { readonly reason?: string };
  ReturnTargetChange: OfTargetChange & { readonly reason?: string };
  WithdrawTargetChange: OfTargetChange & { readonly reason?: string };

  BeginWait: {
    readonly wait: string;
    readonly party: Party;
    readonly reason: WaitReason;
    /** The wait's business date; `on` plays no part. */
    readonly since: LocalDate;
    readonly milestone?: string;
    readonly note?: string;
  };
  AffirmWait: { readonly wait: string };
  EndWait: { readonly wait: string };

  ContestEntry: {
    readonly contest: string;
    readonly party: Party;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly reason: string;
  };
  DismissContest: { readonly contest: string; readonly reason: string };
  RuleOnContest: { readonly contest: string; readonly spans: readonly RuledSpan[]; readonly reason: string };

  /** `on` is the first paused day asked for, `until` the last one. */
  RequestPause: {
    readonly pause: string;
    readonly until: LocalDate;
    readonly reason: string;
    readonly steps: string;
    readonly party?: Party;
  };
  GrantPause: { readonly pause: string; readonly reason?: string };
  RefusePause: { readonly pause: string; readonly reason?: string };
  RenewPause: { readonly pause: string; readonly until: LocalDate; readonly reason: string };
  /** `on` is the first day no longer paused. */
  EndPause: { readonly pause: string };

  /** `version` names the event to correct; `to` is the value of the field in the command that stated it. */
  RequestCorrection: {
    readonly correction: string;
    readonly version: number;
    readonly field: CorrectionField;
    readonly to: unknown;
    readonly reason: string;
  };
  ApproveCorrection: { readonly correction: string; readonly reason?: string };
  RejectCorrection: { readonly correction: string; readonly reason?: string };

  RaiseBlocker: {
    readonly blocker: string;
    readonly title: Bilingual;
    readonly decider: string;
    readonly dueOn: LocalDate;
    readonly wait?: string;
  };
  ResolveBlocker: { readonly blocker: string; readonly outcome: string };
  /** Whose voice it is follows from who rates. */
  GiveRating: {
    readonly rating: string;
    readonly colour: ConfidenceColour;
    readonly note?: string;
    readonly backToGreen?: LocalDate;
  };
  AddNote: { readonly note: string; readonly text: string; readonly about?: string; readonly to?: string };
}

export interface LawCommandFields {
  EnterStage: {
    readonly stage: string;
    readonly party?: Party;
    readonly returned?: { readonly reason: string };
    readonly skip?: readonly SkippedStage[];
    readonly issue?: string;
    readonly number?: string;
    readonly inForceOn?: LocalDate;
  };
  RecordOutcome: { readonly outcome: LawOutcome; readonly into?: readonly string[] };
}

export interface PolicyCommandFields {
  /** States the whole scope from `on`. */
  SetScope: { readonly entities: readonly ScopedEntity[] };
  RecordApplication: {
    readonly entity: string;
    readonly state: ApplicationState;
    readonly evidence?: readonly Evidence[];
  };
  VerifyApplication: { readonly entity: string };
  ReturnApplication: { readonly entity: string; readonly reason: string };
  ExemptEntity: { readonly entity: string; readonly ground: string };
}

export interface InitiativeCommandFields extends SharedCommandFields, LawCommandFields, PolicyCommandFields {}
export type InitiativeCommandType = keyof InitiativeCommandFields;

/** What every command brings: its business date and everything a decision may lean on besides the stream. */
export interface CommandBase {
  readonly on: LocalDate;
  readonly context: CommandContext;
}

/** A command by name: `{type, on, context}` and its fields. */
export type InitiativeCommand<T extends InitiativeCommandType = InitiativeCommandType> = {
  [K in T]: { readonly type: K } & CommandBase & InitiativeCommandFields[K];
}[T];
