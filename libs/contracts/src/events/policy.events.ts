import { Type } from 'typebox';
import { DateText, Id, OneOf, Words } from '../scalars.js';
import { applicationStates } from '../vocabulary.js';
import { Evidence } from '../evidence.js';

const happenedOn = DateText;

export const policyEvents = {
  'policy.scope-set.v1': Type.Object({
    happenedOn,
    entities: Type.Array(
      Type.Object({ entity: Id, dueOn: DateText, obligations: Type.Optional(Type.Array(Words, { maxItems: 50 })) }),
      { maxItems: 2000 },
    ),
  }),
  'policy.application-recorded.v1': Type.Object({
    happenedOn,
    entity: Id,
    state: OneOf(applicationStates),
    evidence: Type.Array(Evidence, { maxItems: 20 }),
  }),
  'policy.application-verified.v1': Type.Object({ happenedOn, entity: Id }),
  'policy.application-returned.v1': Type.Object({ happenedOn, entity: Id, reason: Words }),
  'policy.entity-exempted.v1': Type.Object({ happenedOn, entity: Id, ground: Words }),
};
