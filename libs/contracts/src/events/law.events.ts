import { Type } from 'typebox';
import { DateText, Id, OneOf, PartyText, Words } from '../scalars.js';
import { lawOutcomes } from '../vocabulary.js';

const happenedOn = DateText;

export const lawEvents = {
  'law.stage-entered.v1': Type.Object({
    happenedOn,
    stage: Id,
    /** Counted by the decider: the second entry of a stage is its visit 2. */
    visit: Type.Integer({ minimum: 1 }),
    /** Only where it differs from the path's own holder. */
    party: Type.Optional(PartyText),
    returned: Type.Optional(Type.Object({ reason: Words })),
    skipped: Type.Optional(Type.Array(Type.Object({ stage: Id, reason: Words }), { maxItems: 64 })),
    issue: Type.Optional(Words),
    number: Type.Optional(Words),
    inForceOn: Type.Optional(DateText),
  }),
  'law.outcome-recorded.v1': Type.Object({ happenedOn, outcome: OneOf(lawOutcomes), into: Type.Optional(Type.Array(Id)) }),
};
