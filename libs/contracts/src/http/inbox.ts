import { Type, type Static } from 'typebox';
import { BilingualText, DateText, Id, OneOf, Words } from '../scalars.js';

/** What can wait for somebody's decision. */
export const inboxKinds = [
  'target-change',
  'pause',
  'correction',
  'contest',
  'confirmation',
  'forecast',
  'blocker',
  'application',
  'question',
  'commitment-answer',
  'commitment-delivery',
  'commitment-decision',
  'due-change',
] as const;
export type InboxKind = (typeof inboxKinds)[number];

/** Working days after which what waits has climbed: one level each. Derived from the clock; no event says so. */
export const climbingWorkDays = [5, 10] as const;

const Optional = Type.Optional;

/** One thing that waits for the reader. */
export const InboxItem = Type.Object({
  id: Type.String({ description: 'the same as long as it waits' }),
  what: OneOf(inboxKinds),
  initiative: Type.Object({ kind: Id, id: Id, title: BilingualText }),
  /** Not for every official: its name goes into no mail. */
  restricted: Optional(Type.Literal(true)),
  milestone: Optional(Id),
  commitment: Optional(Id),
  /** The entity whose application is to be verified. */
  entity: Optional(Id),
  /** The request, pause, contest, correction, blocker, question or proposal itself. */
  record: Optional(Id),
  title: Optional(BilingualText),
  /** What was asked, or why. */
  words: Optional(Words),
  by: Optional(Type.String({ description: 'who asked or reported' })),
  to: Optional(Type.String({ description: 'whom it was put to' })),
  since: DateText,
  days: Type.Integer(),
  workingDays: Type.Integer(),
  /** 0; one higher after five working days, two after ten. */
  level: Type.Integer({ minimum: 0, maximum: climbingWorkDays.length }),
  because: Type.Array(Type.String({ description: '`<stream>@<version>`' })),
  /** Where a POST settles it, one address for each answer. */
  commands: Type.Array(Type.String()),
});
export type InboxItem = Static<typeof InboxItem>;

export const InboxPage = Type.Object({
  items: Type.Array(InboxItem),
  next: Type.Union([Type.String(), Type.Null()]),
  total: Type.Union([Type.Integer(), Type.Literal('10000+')]),
});
export type InboxPage = Static<typeof InboxPage>;
