import { Type } from 'typebox';
import { BilingualText, DateText, described, Id, OneOf, PartyText, Words } from '../scalars.js';
import { LawPathReference } from '../law-path.js';
import { audiences, correctionFields, roles, waitCauses, waitReasons } from '../vocabulary.js';

const happenedOn = DateText;
/** Where an imported initiative is identified: system and id, never a name. */
const SourceIdentity = Type.Object({ system: Id, id: Type.String({ minLength: 1, maxLength: 200 }) });
/** `reason` of a stage skipped, or of a change decided elsewhere, when an import recorded what a source had decided. */
export const sourceReason = 'source';
/** `reason` of what a person's own file changed or asked for: a word for the reader's language, never a text. */
export const fileReason = 'file';

const RulingSpan = Type.Object({
  from: DateText,
  to: described(DateText, 'the first day it no longer covers'),
  party: PartyText,
  cause: Type.Optional(OneOf(waitCauses)),
});

/** The version, in the same stream, of the event that said it wrong. */
const corrects = Type.Integer({ minimum: 1, description: 'version of the event that is corrected' });

export const initiativeEvents = {
  'initiative.registered.v1': Type.Object({
    happenedOn,
    kind: described(Id, 'the collection of its stream'),
    title: BilingualText,
    owner: Id,
    draft: Type.Boolean(),
    audience: OneOf(audiences),
    startedOn: Type.Optional(described(DateText, 'its first day; absent: not started, or derived by its kind')),
    type: Type.Optional(described(Id, 'picks its reference class')),
    partnerTitle: Type.Optional(described(BilingualText, 'what partners read instead of the title')),
    path: Type.Optional(LawPathReference),
    source: Type.Optional(SourceIdentity),
  }),
  'initiative.published.v1': Type.Object({ happenedOn }),
  'initiative.described.v1': Type.Object({
    happenedOn,
    title: Type.Optional(BilingualText),
    type: Type.Optional(Id),
    partnerTitle: Type.Optional(BilingualText),
    audience: Type.Optional(OneOf(audiences)),
    startedOn: Type.Optional(DateText),
  }),
  'initiative.owner-changed.v1': Type.Object({ happenedOn, from: Id, to: Id, reason: Words }),
  'initiative.member-added.v1': Type.Object({ happenedOn, user: Id, role: OneOf(roles) }),
  'initiative.member-removed.v1': Type.Object({ happenedOn, user: Id }),
  'initiative.completed.v1': Type.Object({ happenedOn }),
  'initiative.cancelled.v1': Type.Object({ happenedOn, reason: Words }),

  'pause.requested.v1': Type.Object({
    happenedOn,
    pause: Id,
    on: described(DateText, 'first paused day asked for'),
    until: described(DateText, 'last paused day asked for'),
    reason: Words,
    steps: Words,
    party: Type.Optional(PartyText),
  }),
  'pause.decided.v1': Type.Object({
    happenedOn,
    pause: Id,
    decision: OneOf(['granted', 'refused']),
    on: Type.Optional(described(DateText, 'first paused day: at most five working days before the request')),
    until: Type.Optional(described(DateText, 'last paused day')),
    reason: Type.Optional(Words),
  }),
  'pause.renewed.v1': Type.Object({ happenedOn, pause: Id, until: DateText, reason: Words }),
  'pause.ended.v1': Type.Object({ happenedOn: described(happenedOn, 'first day no longer paused'), pause: Id }),

  'ledger.contested.v1': Type.Object({
    happenedOn,
    contest: Id,
    party: PartyText,
    from: DateText,
    to: described(DateText, 'the first day it no longer covers'),
    reason: Words,
  }),
  'ledger.contest-decided.v1': Type.Object({
    happenedOn,
    contest: Id,
    decision: OneOf(['dismissed', 'ruled']),
    spans: Type.Optional(Type.Array(RulingSpan, { maxItems: 50, description: 'whose the days are, of a ruling' })),
    reason: Words,
  }),

  'correction.requested.v1': Type.Object({
    happenedOn,
    correction: Id,
    corrects,
    field: OneOf(correctionFields),
    to: Type.Unknown({ description: 'a value of the field' }),
    reason: Words,
  }),
  'correction.decided.v1': Type.Object({
    happenedOn,
    correction: Id,
    decision: OneOf(['approved', 'rejected']),
    reason: Type.Optional(Words),
  }),
  'entry.corrected.v1': Type.Object({
    happenedOn,
    corrects,
    field: OneOf(correctionFields),
    from: Type.Unknown({ description: 'the value before, which stays visible' }),
    to: Type.Unknown({ description: 'the value from now on' }),
    reason: Words,
    correction: Type.Optional(described(Id, 'the request it answers; absent: applied at once')),
  }),

  'blocker.raised.v1': Type.Object({
    happenedOn,
    blocker: Id,
    title: BilingualText,
    decider: Type.String({ description: 'a party, or the user name of the person who decides' }),
    dueOn: DateText,
    wait: Type.Optional(Id),
  }),
  'blocker.resolved.v1': Type.Object({ happenedOn, blocker: Id, outcome: Words }),
  'note.added.v1': Type.Object({
    happenedOn,
    note: Id,
    text: Words,
    about: Type.Optional(Words),
    to: Type.Optional(described(Words, 'whom it asks: a user name, entity:<id> (its focal point) or cabinet')),
    answers: Type.Optional(described(Id, 'the note that asked: said by whom it was addressed to')),
  }),

  'wait.began.v1': Type.Object({
    happenedOn: described(happenedOn, 'since when'),
    wait: Id,
    party: PartyText,
    reason: OneOf(waitReasons),
    milestone: Type.Optional(described(Id, 'what waits; absent: the initiative')),
    note: Type.Optional(Words),
  }),
  'wait.affirmed.v1': Type.Object({ happenedOn, wait: Id }),
  'wait.ended.v1': Type.Object({ happenedOn, wait: Id }),
};
