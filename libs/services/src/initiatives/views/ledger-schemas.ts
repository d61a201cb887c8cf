import {
  BilingualText,
  confidenceColours,
  correctionFields,
  DateText,
  Id,
  OneOf,
  PartyText,
  ratingVoices,
  roles,
  waitCauses,
  waitReasons,
  Words,
} from '@masar/contracts';
import { Type } from 'typebox';
import { decided, orNull, recorded } from './record-schema.js';

/** What the views of `ledger-views.ts` and `initiative-view.ts` answer. */

export const memberSchema = Type.Object(
  { id: Id, user: Id, role: OneOf(roles), since: DateText, ...recorded },
  { title: 'Member' },
);

export const waitSchema = Type.Object(
  {
    id: Id,
    party: PartyText,
    reason: OneOf(waitReasons),
    since: DateText,
    milestone: Type.Optional(Id),
    note: Type.Optional(Words),
    status: OneOf(['open', 'ended']),
    endedOn: orNull(DateText),
    affirmedOn: Type.Optional(DateText),
    ...recorded,
  },
  { title: 'Wait' },
);

export const pauseSchema = Type.Object(
  {
    id: Id,
    on: DateText,
    until: DateText,
    requested: Type.Object({ on: DateText, until: DateText }),
    reason: Words,
    steps: Words,
    party: Type.Optional(PartyText),
    status: OneOf(['undecided', 'refused', 'granted', 'ended']),
    ...decided,
    renewals: Type.Array(Type.Object({ until: DateText, reason: Words, on: DateText })),
    ...recorded,
  },
  { title: 'Pause' },
);

const rulingSpan = Type.Object({
  from: DateText,
  to: DateText,
  party: PartyText,
  cause: Type.Optional(OneOf(waitCauses)),
});

export const contestSchema = Type.Object(
  {
    id: Id,
    party: PartyText,
    from: DateText,
    to: DateText,
    reason: Words,
    on: DateText,
    status: OneOf(['undecided', 'dismissed', 'ruled']),
    ...decided,
    spans: Type.Optional(Type.Array(rulingSpan)),
    decision: Type.Optional(Words),
    ...recorded,
  },
  { title: 'Contest' },
);

export const correctionSchema = Type.Object(
  {
    id: Id,
    corrects: Type.Integer({ description: 'version of the event that is corrected' }),
    field: OneOf(correctionFields),
    from: Type.Optional(Type.Unknown({ description: 'the value before, once it is corrected' })),
    to: Type.Unknown({ description: 'a value of the field' }),
    reason: Words,
    on: DateText,
    status: OneOf(['undecided', 'approved', 'rejected']),
    ...decided,
    ...recorded,
  },
  { title: 'Correction' },
);

export const blockerSchema = Type.Object(
  {
    id: Id,
    title: BilingualText,
    decider: Type.String({ description: 'a party, or the user name of the person who decides' }),
    dueOn: DateText,
    wait: Type.Optional(Id),
    on: DateText,
    status: OneOf(['open', 'resolved']),
    resolvedOn: Type.Optional(DateText),
    outcome: Type.Optional(Words),
    ...recorded,
  },
  { title: 'Blocker' },
);

export const noteSchema = Type.Object(
  {
    id: Id,
    text: Words,
    about: Type.Optional(Words),
    to: Type.Optional(Words),
    answers: Type.Optional(Type.String({ description: 'the note that asked: said by whom it was addressed to' })),
    on: DateText,
    ...recorded,
  },
  { title: 'Note' },
);

export const ratingSchema = Type.Object(
  {
    id: Id,
    voice: OneOf(ratingVoices),
    colour: OneOf(confidenceColours),
    note: Type.Optional(Words),
    backToGreen: Type.Optional(DateText),
    on: DateText,
    ...recorded,
  },
  { title: 'Rating' },
);
