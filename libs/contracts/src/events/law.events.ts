import { Type } from 'typebox';
import { DateText, described, Id, OneOf, PartyText, Words } from '../scalars.js';
import { lawOutcomes } from '../vocabulary.js';

const happenedOn = DateText;

export const lawEvents = {
  'law.stage-entered.v1': Type.Object({
    happenedOn,
    stage: Id,
    visit: Type.Integer({
      minimum: 1,
      description: 'counted by the decider: the second entry of a stage is its visit 2',
    }),
    party: Type.Optional(described(PartyText, 'only where it differs from the holder the path names')),
    returned: Type.Optional(Type.Object({ reason: Words })),
    skipped: Type.Optional(Type.Array(Type.Object({ stage: Id, reason: Words }), { maxItems: 64 })),
    issue: Type.Optional(described(Words, 'of the gazette it was published in')),
    number: Type.Optional(Words),
    inForceOn: Type.Optional(described(DateText, 'as the law itself says; else the path counts it')),
  }),
  'law.outcome-recorded.v1': Type.Object({
    happenedOn,
    outcome: OneOf(lawOutcomes),
    into: Type.Optional(Type.Array(Id, { description: 'the laws it was merged or split into' })),
  }),
};
