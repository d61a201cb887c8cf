import { Type, type Static } from 'typebox';
import { BilingualText, DateText, Id, OneOf, Words } from '../scalars.js';
import { NoTarget } from '../target.js';
import {
  commitmentDirections,
  commitmentStatuses,
  confidenceColours,
  initiativeStatuses,
  lawOutcomes,
  milestoneStatuses,
  waitCauses,
} from '../vocabulary.js';

/** What `GET /api/timelines/{kind}/{id}` answers (api.md). Days are whole calendar days; spans are `[from, to)`. */

const Optional = Type.Optional;
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Days = Type.Integer();
const PositionText = Type.String({ description: '`<stream>@<version>`' });
/** A party, or `constitutional-procedure` where a sovereign body is hidden. */
const ShownParty = Type.String();

/** A target coming out: a date (inherited when its anchor was corrected or reopened), a rule still unresolved, or its absence. */
export const TargetView = Type.Union([
  Type.Object({ date: DateText, inherited: Optional(Type.Boolean()) }),
  Type.Object({
    unresolved: Type.Literal(true),
    after: Type.String(),
    days: Optional(Days),
    months: Optional(Days),
    working: Optional(Type.Boolean()),
    provisional: OrNull(DateText),
    /** The anchor leads back to this milestone across initiatives. */
    fault: Optional(Type.Literal('milestone/cycle')),
  }),
  NoTarget,
]);
export type TargetView = Static<typeof TargetView>;

/** A distance between two dates in calendar days and in working days of the milestone's party. */
export const Distance = Type.Object({ days: Days, workingDays: Days });
export type Distance = Static<typeof Distance>;

export const CorrectionView = Type.Object({
  at: PositionText,
  corrects: PositionText,
  field: Words,
  from: Type.Unknown(),
  to: Type.Unknown(),
  reason: Words,
  on: DateText,
  by: Type.String(),
  milestone: Optional(Id),
});
export type CorrectionView = Static<typeof CorrectionView>;

/** A request for another date nobody has decided yet; `suspendsMissedUntil` is the first day on which it no longer protects. */
export const TargetRequestView = Type.Object({
  id: Id,
  to: Type.Unknown(),
  reason: Words,
  by: Type.String(),
  askedOn: DateText,
  suspendsMissedUntil: Optional(DateText),
  because: PositionText,
});
export type TargetRequestView = Static<typeof TargetRequestView>;

/** One step in the life of a promise, decided or not, oldest first. */
export const TargetChangeView = Type.Object({
  how: OneOf(['planned', 'set', 'moved', 'requested', 'corrected']),
  to: Type.Unknown(),
  on: DateText,
  by: Type.String(),
  reason: Optional(Words),
  request: Optional(Id),
  state: Optional(OneOf(['undecided', 'approved', 'rejected', 'returned', 'withdrawn', 'lapsed'])),
  decidedOn: Optional(DateText),
  because: Type.Array(PositionText),
});
export type TargetChangeView = Static<typeof TargetChangeView>;

/** What the team expects; quantiles of closed cases come beside it, `reason` says why there are none. */
export const ForecastView = Type.Object({ team: OrNull(DateText), reason: Type.String() });
export type ForecastView = Static<typeof ForecastView>;

export const MilestoneView = Type.Object({
  id: Id,
  title: BilingualText,
  type: Optional(Id),
  party: ShownParty,
  key: Type.Boolean(),
  weight: Optional(Type.Number()),
  stage: Optional(Id),
  status: OneOf(milestoneStatuses),
  startedOn: OrNull(DateText),
  /** Null while the initiative is a draft: nothing has been promised yet. */
  originalTarget: OrNull(TargetView),
  currentTarget: TargetView,
  forecast: ForecastView,
  actual: OrNull(DateText),
  confirmedOn: OrNull(DateText),
  slip: OrNull(Distance),
  variance: OrNull(Distance),
  request: Optional(TargetRequestView),
  targetChanges: Type.Array(TargetChangeView),
  dependsOn: Type.Array(Type.String()),
  corrections: Type.Array(CorrectionView),
});
export type MilestoneView = Static<typeof MilestoneView>;

export const StageView = Type.Object({
  stage: Id,
  visit: Type.Integer(),
  from: DateText,
  to: OrNull(DateText),
  days: Days,
  party: ShownParty,
  /** First day after the legal period. */
  legalUntil: Optional(DateText),
  article: Optional(Words),
  issue: Optional(Words),
  number: Optional(Words),
  inForceOn: Optional(DateText),
  returned: Optional(Words),
  skipped: Optional(Type.Array(Type.Object({ stage: Id, reason: Words }))),
  because: PositionText,
});
export type StageView = Static<typeof StageView>;

export const contestStates = ['open', 'dismissed', 'ruled'] as const;
export const ContestView = Type.Object({ id: Id, state: OneOf(contestStates), by: ShownParty, on: DateText });
export type ContestView = Static<typeof ContestView>;

/** Days of a commitment: from offered to the answer; then, from accepted on, with who owes it and with who receives it. */
export const CommitmentClock = Type.Object({ offered: Days, debtor: Days, receiver: Days });
export type CommitmentClock = Static<typeof CommitmentClock>;

export const CommitmentView = Type.Object({
  id: Id,
  partner: Id,
  direction: OneOf(commitmentDirections),
  title: BilingualText,
  debtor: ShownParty,
  receiver: ShownParty,
  milestone: Optional(Id),
  status: OneOf(commitmentStatuses),
  /** As agreed by the reading day. */
  dueOn: DateText,
  /** As first offered, where another date was agreed since. */
  firstDueOn: Optional(DateText),
  offeredOn: DateText,
  acceptedOn: OrNull(DateText),
  reportedOn: OrNull(DateText),
  confirmedOn: OrNull(DateText),
  clock: CommitmentClock,
  because: Type.Array(PositionText),
});
export type CommitmentView = Static<typeof CommitmentView>;

export const ledgerBuckets = ['active', 'waiting', 'paused'] as const;
export type LedgerBucket = (typeof ledgerBuckets)[number];
export const ledgerSources = ['recorded', 'derived', 'ruling'] as const;
/** What a derived wait rests on (definitions §3 a–d). */
export const derivedRules = ['stage', 'commitment', 'undecided', 'other-party'] as const;
export type DerivedRule = (typeof derivedRules)[number];

export const LedgerEntry = Type.Object({
  /** What holds the days and since when: stable between readings. */
  id: Type.String(),
  from: DateText,
  to: DateText,
  days: Days,
  /** Working days d with from ≤ d < to, in the party's calendar, else the owner's. */
  workingDays: Days,
  bucket: OneOf(ledgerBuckets),
  party: ShownParty,
  cause: OrNull(OneOf(waitCauses)),
  /** The reason picked for a recorded wait, the words of a pause or a ruling; null where nobody said one. */
  reason: OrNull(Type.String()),
  source: OneOf(ledgerSources),
  because: Type.Array(PositionText),
  contest: OrNull(ContestView),
  /** Of `days`, those inside an open contest of the party. */
  contestedDays: Optional(Days),
  wait: Optional(Id),
  milestone: Optional(Id),
  rule: Optional(OneOf(derivedRules)),
  stale: Optional(Type.Boolean()),
  /** Days between `since` and the day it was recorded, where that was more than ten working days. */
  recordedLate: Optional(Days),
});
export type LedgerEntry = Static<typeof LedgerEntry>;

export const Ledger = Type.Object({
  elapsed: Days,
  active: Days,
  waiting: Days,
  paused: Days,
  /** active ÷ (active + waiting), three decimals; null before the first such day. */
  flowEfficiency: OrNull(Type.Number()),
  /** The wait that held the most days: statutory days and sovereign bodies are never named here. */
  longestWait: OrNull(Type.Object({ party: ShownParty, days: Days })),
  byParty: Type.Array(Type.Object({ party: ShownParty, active: Days, waiting: Days, paused: Days, contested: Days })),
  byCause: Type.Array(Type.Object({ cause: OneOf(waitCauses), days: Days })),
  entries: Type.Array(LedgerEntry),
  /** Waits that ran on days they did not hold; their days are in no sum. */
  concurrent: Type.Array(LedgerEntry),
});
export type Ledger = Static<typeof Ledger>;

export const BlockerView = Type.Object({
  id: Id,
  title: BilingualText,
  decider: ShownParty,
  raisedOn: DateText,
  dueOn: DateText,
  resolvedOn: OrNull(DateText),
  outcome: OrNull(Words),
  /** Days from raised to resolved, or to the reading day. */
  days: Days,
  wait: Optional(Id),
});
export type BlockerView = Static<typeof BlockerView>;

const Share = Type.Object({ applied: Days, share: OrNull(Type.Number()) });
/** Who has applied a policy, on the day's scope; shares of those not exempt, three decimals. */
export const Coverage = Type.Object({
  scope: Days,
  exempt: Days,
  of: Days,
  declared: Share,
  verified: Share,
  entities: Type.Array(
    Type.Object({
      entity: Id,
      dueOn: DateText,
      state: OneOf(['not-begun', 'begun', 'partly', 'applied', 'not-applied', 'exempt']),
      declaredOn: OrNull(DateText),
      verifiedOn: OrNull(DateText),
      ground: Optional(Words),
    }),
  ),
});
export type Coverage = Static<typeof Coverage>;

const RatingView = OrNull(
  Type.Object({ colour: OneOf(confidenceColours), on: DateText, by: Type.String(), old: Type.Boolean() }),
);
export const Confidence = Type.Object({
  team: RatingView,
  reviewer: RatingView,
  independent: RatingView,
  apart: Type.Boolean(),
});
export type Confidence = Static<typeof Confidence>;

export const NotOffered = Type.Object({ reason: Type.String() });

/** Nothing has moved for nine months, recesses apart (definitions §8). */
export const Stalled = Type.Object({ since: DateText, lastMovedOn: DateText });
export type Stalled = Static<typeof Stalled>;

export const TimelineView = Type.Object({
  kind: Id,
  id: Id,
  title: BilingualText,
  owner: Id,
  type: Optional(Id),
  status: OneOf(initiativeStatuses),
  startedOn: OrNull(DateText),
  endedOn: OrNull(DateText),
  outcome: Optional(OneOf(lawOutcomes)),
  stalled: Optional(Stalled),
  on: DateText,
  knownOn: Type.String(),
  positions: Type.Record(Type.String(), Type.Integer()),
  incompleteSince: Optional(Type.String()),
  milestones: Type.Array(MilestoneView),
  stages: Type.Array(StageView),
  /** Null without a start: no elapsed, no ledger. */
  ledger: OrNull(Ledger),
  commitments: Type.Array(CommitmentView),
  blockers: Type.Array(BlockerView),
  corrections: Type.Array(CorrectionView),
  unconfirmedYears: Type.Array(Type.Object({ calendar: Id, year: Type.Integer() })),
  coverage: Optional(Coverage),
  /** Faults of the graph, shown and never refused: cycles across initiatives. */
  faults: Optional(Type.Array(Type.Object({ code: Type.String(), references: Type.Array(Type.String()) }))),
  daysGained: NotOffered,
  forecast: NotOffered,
  confidence: Confidence,
});
export type TimelineView = Static<typeof TimelineView>;
