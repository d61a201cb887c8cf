import { applicationStates, DateText, Evidence, Id, lawOutcomes, OneOf, PartyText, Words } from '@masar/contracts';
import { Type } from 'typebox';
import { orNull, recorded } from './record-schema.js';

/** What the views of `kind-views.ts` answer. */

export const stageSchema = Type.Object(
  {
    id: Id,
    stage: Id,
    visit: Type.Integer(),
    from: DateText,
    to: orNull(DateText),
    party: Type.Optional(PartyText),
    returned: Type.Optional(Type.Object({ reason: Words })),
    skipped: Type.Optional(Type.Array(Type.Object({ stage: Id, reason: Words }))),
    issue: Type.Optional(Words),
    number: Type.Optional(Words),
    inForceOn: Type.Optional(DateText),
    ...recorded,
  },
  { title: 'Stage' },
);

export const outcomeSchema = Type.Object(
  {
    id: Id,
    outcome: OneOf(lawOutcomes),
    on: DateText,
    into: Type.Optional(Type.Array(Id)),
    ...recorded,
  },
  { title: 'Outcome' },
);

const scoped = Type.Object({ entity: Id, dueOn: DateText, obligations: Type.Optional(Type.Array(Words)) });
export const scopeSchema = Type.Object(
  { id: Id, on: DateText, entities: Type.Array(scoped), ...recorded },
  { title: 'Scope' },
);

/** An entity that is exempt and declared nothing has neither state nor record of its own. */
export const applicationSchema = Type.Object(
  {
    id: Id,
    entity: Id,
    state: Type.Optional(OneOf(applicationStates)),
    on: Type.Optional(DateText),
    status: OneOf(['declared', 'verified', 'returned', 'exempt']),
    decidedOn: Type.Optional(DateText),
    evidence: Type.Optional(Type.Array(Evidence)),
    exemptOn: Type.Optional(DateText),
    recordedBy: Type.Optional(recorded.recordedBy),
    recordedAt: Type.Optional(recorded.recordedAt),
    version: Type.Optional(recorded.version),
  },
  { title: 'Application' },
);

export const exemptionSchema = Type.Object(
  { id: Id, entity: Id, on: DateText, ground: Words, ...recorded },
  { title: 'Exemption' },
);
