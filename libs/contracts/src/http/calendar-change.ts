import { Type, type Static } from 'typebox';
import { BilingualText, Id, OneOf } from '../scalars.js';

/** What `GET /api/portfolio/calendar-change` answers: what would read otherwise today if a day were set, before anybody sets it. */

/** Dates first, then words and working days, then the day ledger's sums. */
export const calendarMoves = [
  'original-target',
  'target',
  'missed-from',
  'request-until',
  'legal-until',
  'status',
  'slip',
  'variance',
  'active',
  'waiting',
  'paused',
  'working-days',
] as const;

/** One figure and what it would be: a date, a word, or a number of days. Slip and variance in working days. */
export const CalendarMove = Type.Object({
  what: OneOf(calendarMoves),
  milestone: Type.Optional(Id),
  milestoneTitle: Type.Optional(BilingualText),
  stage: Type.Optional(Id),
  stageName: Type.Optional(BilingualText),
  from: Type.Union([Type.String(), Type.Integer(), Type.Null()]),
  to: Type.Union([Type.String(), Type.Integer(), Type.Null()]),
});
export type CalendarMove = Static<typeof CalendarMove>;

export const CalendarChangeItem = Type.Object({
  initiative: Type.Object({ kind: Id, id: Id, title: BilingualText, owner: Id }),
  moves: Type.Array(CalendarMove),
});
export type CalendarChangeItem = Static<typeof CalendarChangeItem>;

/** `looked` of `of` initiatives have been read up to and with this page; those that would not move are not listed. */
export const CalendarChangePage = Type.Object({
  items: Type.Array(CalendarChangeItem),
  looked: Type.Integer(),
  of: Type.Integer(),
  /** Initiatives of the portfolio that the reader may not see: nothing is said of them. */
  restricted: Type.Integer(),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type CalendarChangePage = Static<typeof CalendarChangePage>;
