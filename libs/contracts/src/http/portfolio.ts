import { Type, type Static } from 'typebox';
import { BilingualText, DateText, Id, OneOf, Words } from '../scalars.js';
import { initiativeStatuses, milestoneStatuses, waitCauses } from '../vocabulary.js';
import { Confidence, Distance, ForecastView, ledgerBuckets, Stalled, TargetView } from './timeline.js';

/** What `GET /api/portfolio`, `/api/milestones`, `/api/portfolio/changes` and `/api/portfolio/delays` answer (api.md). */

const Optional = Type.Optional;
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Days = Type.Integer();

/** What one initiative's line is drawn from, beside its start and end. */
export const PortfolioLine = Type.Object({
  /** The milestone promised last, key milestones before working ones, where its promise is a date. */
  promise: OrNull(
    Type.Object({
      milestone: Id,
      title: BilingualText,
      originalTarget: DateText,
      currentTarget: DateText,
      forecast: ForecastView,
      actual: OrNull(DateText),
      confirmedOn: OrNull(DateText),
    }),
  ),
  /** Whose the days are now, and since when without a break; null before the start and after the end. No sovereign body is named. */
  holder: OrNull(Type.Object({ bucket: OneOf(ledgerBuckets), party: Type.String(), since: DateText })),
});
export type PortfolioLine = Static<typeof PortfolioLine>;

/** One initiative in one line. Days are null without a start. */
export const PortfolioItem = Type.Object({
  kind: Id,
  id: Id,
  title: BilingualText,
  owner: Id,
  status: OneOf(initiativeStatuses),
  startedOn: OrNull(DateText),
  endedOn: OrNull(DateText),
  /** The open milestone whose date comes first. */
  next: OrNull(Type.Object({ milestone: Id, title: BilingualText, target: TargetView })),
  /** Of the milestone promised last, key milestones before working ones. */
  slip: OrNull(Distance),
  line: PortfolioLine,
  /** Milestones missed on the day. */
  missed: Days,
  elapsed: OrNull(Days),
  active: OrNull(Days),
  waiting: OrNull(Days),
  paused: OrNull(Days),
  /** The longest single wait; statutory days and sovereign bodies are never named here. */
  longestWait: OrNull(Type.Object({ party: Type.String(), days: Days })),
  /** Days booked that somebody contests and nobody has decided. */
  contested: Days,
  corrections: Days,
  stalled: Optional(Stalled),
  confidence: Confidence,
  /** The next day on which time alone changes more of this row than its running counts. */
  reviewOn: OrNull(DateText),
  incompleteSince: Optional(Type.String()),
});
export type PortfolioItem = Static<typeof PortfolioItem>;

export const PortfolioTotals = Type.Object({
  initiatives: Days,
  byStatus: Type.Record(Type.String(), Days),
  missed: Days,
  active: Days,
  waiting: Days,
  paused: Days,
  /** Initiatives the reader may not see. */
  restricted: Days,
});
export type PortfolioTotals = Static<typeof PortfolioTotals>;

/** A page of a list: `total` is counted to 10,000, then `"10000+"`. */
const paged = <T extends Parameters<typeof Type.Array>[0]>(item: T) => ({
  items: Type.Array(item),
  next: OrNull(Type.String()),
  total: Type.Union([Type.Integer(), Type.Literal('10000+')]),
});
export const PortfolioPage = Type.Object({ ...paged(PortfolioItem), totals: PortfolioTotals });
export type PortfolioPage = Static<typeof PortfolioPage>;

/** One milestone in one line, for `GET /api/milestones`. */
export const MilestoneItem = Type.Object({
  id: Id,
  title: BilingualText,
  party: Type.String(),
  key: Type.Boolean(),
  status: OneOf(milestoneStatuses),
  originalTarget: OrNull(TargetView),
  currentTarget: TargetView,
  forecast: ForecastView,
  actual: OrNull(DateText),
  confirmedOn: OrNull(DateText),
  slip: OrNull(Distance),
  variance: OrNull(Distance),
});
export type MilestoneItem = Static<typeof MilestoneItem>;

/** A milestone with the initiative it belongs to. */
export const MilestoneListItem = Type.Object({
  ...MilestoneItem.properties,
  initiative: Type.Object({ kind: Id, id: Id, title: BilingualText, owner: Id }),
});
export type MilestoneListItem = Static<typeof MilestoneListItem>;
export const MilestonePage = Type.Object(paged(MilestoneListItem));
export type MilestonePage = Static<typeof MilestonePage>;

export const portfolioChanges = [
  'registered',
  'status',
  'title',
  'owner',
  'started',
  'milestone-added',
  'milestone-status',
  'target',
  'forecast',
  'actual',
  'slip',
  'missed',
  'next',
  'wait-began',
  'wait-ended',
  'wait-stale',
  'pause-lapsed',
  'stalled',
  'contested',
  'corrections',
  'confidence',
] as const;
export type PortfolioChange = (typeof portfolioChanges)[number];

/** One thing that changed in a row; `milestone` or `wait` says of what where it is not the initiative itself. */
export const ChangeItem = Type.Object({
  id: Type.String(),
  at: Type.String(),
  initiative: Type.Object({ kind: Id, id: Id, title: BilingualText }),
  change: OneOf(portfolioChanges),
  from: Type.Unknown(),
  to: Type.Unknown(),
  milestone: Optional(Id),
  /** What the milestone is called. */
  milestoneTitle: Optional(BilingualText),
  wait: Optional(Id),
  because: Type.Array(Type.String()),
});
export type ChangeItem = Static<typeof ChangeItem>;
export const ChangesPage = Type.Object({
  since: Words,
  until: Words,
  items: Type.Array(ChangeItem),
  corrections: Type.Array(ChangeItem),
  next: OrNull(Type.String()),
});
export type ChangesPage = Static<typeof ChangesPage>;

/** A reader's own look at the portfolio; `since=<id>` of the changes begins at `at`. */
export const LookItem = Type.Object({ id: Id, on: DateText, at: Words });
export type LookItem = Static<typeof LookItem>;

/** Waiting days by party, kind and cause. `n` counts waits; the median is of their whole booked days (linear, type 7). */
export const DelayItem = Type.Object({
  party: Type.String(),
  kind: Id,
  cause: OneOf(waitCauses),
  n: Days,
  days: Days,
  median: Type.Number(),
  /** Of `days`, those inside a legal period. */
  statutory: Days,
  /** Of `days`, those contested and undecided. */
  contested: Days,
  /** False for sovereign bodies and statutory days: listed after the others, never ranked. */
  ranked: Type.Boolean(),
});
export type DelayItem = Static<typeof DelayItem>;
export const DelaysPage = Type.Object({ items: Type.Array(DelayItem) });
export type DelaysPage = Static<typeof DelaysPage>;
