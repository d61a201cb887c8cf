import { Type } from 'typebox';
import { BilingualText, DateText, Id, OneOf, PartyText, Words } from '../scalars.js';
import { LawPathReference } from '../law-path.js';
import { audiences, correctionFields, roles, waitCauses, waitReasons } from '../vocabulary.js';

const happenedOn = DateText;
/** Where an imported initiative is identified: system and id, never a name. */
export const SourceIdentity = Type.Object({ system: Id, id: Type.String({ minLength: 1, maxLength: 200 }) });
/** `reason` of a stage skipped, or of a change decided elsewhere, when an import recorded what a source had decided. */
export const sourceReason = 'source';

export const RulingSpan = Type.Object({
  from: DateText,
  to: DateText,
  party: PartyText,
  cause: Type.Optional(OneOf(waitCauses)),
});

export const initiativeEvents = {
  'initiative.registered.v1': Type.Object({
    happenedOn,
    kind: Id,
    title: BilingualText,
    owner: Id,
    draft: Type.Boolean(),
    audience: OneOf(audiences),
    startedOn: Type.Optional(DateText),
    type: Type.Optional(Id),
    partnerTitle: Type.Optional(BilingualText),
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
    on: DateText,
    until: DateText,
    reason: Words,
    steps: Words,
    party: Type.Optional(PartyText),
  }),
  /** `on` is the first paused day the grant gives: at most five working days before the request. */
  'pause.decided.v1': Type.Object({
    happenedOn,
    pause: Id,
    decision: OneOf(['granted', 'refused']),
    on: Type.Optional(DateText),
    until: Type.Optional(DateText),
    reason: Type.Optional(Words),
  }),
  'pause.renewed.v1': Type.Object({ happenedOn, pause: Id, until: DateText, reason: Words }),
  /** `happenedOn` is the first day no longer paused. */
  'pause.ended.v1': Type.Object({ happenedOn, pause: Id }),

  'ledger.contested.v1': Type.Object({
    happenedOn,
    contest: Id,
    party: PartyText,
    from: DateText,
    to: DateText,
    reason: Words,
  }),
  'ledger.contest-decided.v1': Type.Object({
    happenedOn,
    contest: Id,
    decision: OneOf(['dismissed', 'ruled']),
    spans: Type.Optional(Type.Array(RulingSpan, { maxItems: 50 })),
    reason: Words,
  }),

  'correction.requested.v1': Type.Object({
    happenedOn,
    correction: Id,
    corrects: Type.Integer({ minimum: 1 }),
    field: OneOf(correctionFields),
    to: Type.Unknown(),
    reason: Words,
  }),
  'correction.decided.v1': Type.Object({
    happenedOn,
    correction: Id,
    decision: OneOf(['approved', 'rejected']),
    reason: Type.Optional(Words),
  }),
  /** `from` and `to` are values of the corrected field; both stay visible. For a target: whether the current promise moves too. */
  'entry.corrected.v1': Type.Object({
    happenedOn,
    corrects: Type.Integer({ minimum: 1 }),
    field: OneOf(correctionFields),
    from: Type.Unknown(),
    to: Type.Unknown(),
    reason: Words,
    correction: Type.Optional(Id),
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
  'note.added.v1': Type.Object({ happenedOn, note: Id, text: Words, about: Type.Optional(Words), to: Type.Optional(Words) }),

  'wait.began.v1': Type.Object({
    happenedOn,
    wait: Id,
    party: PartyText,
    reason: OneOf(waitReasons),
    milestone: Type.Optional(Id),
    note: Type.Optional(Words),
  }),
  'wait.affirmed.v1': Type.Object({ happenedOn, wait: Id }),
  'wait.ended.v1': Type.Object({ happenedOn, wait: Id }),
};

