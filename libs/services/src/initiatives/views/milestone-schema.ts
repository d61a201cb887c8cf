import {
  BilingualText,
  DateText,
  Evidence,
  Id,
  milestoneStatuses,
  NoTarget,
  OneOf,
  PartyText,
  Reference,
  RelativeTarget,
  Words,
} from '@masar/contracts';
import { Type } from 'typebox';
import { decided, orNull, recorded } from './record-schema.js';

/** A promise as it was made, as `milestone-view.ts` says it. */
const promise = Type.Union([
  Type.Object({ date: DateText }),
  Type.Object({ unresolved: Type.Literal(true), ...RelativeTarget.properties }),
  NoTarget,
]);

export const milestoneSchema = Type.Object(
  {
    id: Id,
    title: BilingualText,
    type: Type.Optional(Id),
    weight: Type.Optional(Type.Number()),
    party: PartyText,
    key: Type.Boolean(),
    stage: Type.Optional(Id),
    dependsOn: Type.Array(Reference),
    status: OneOf(milestoneStatuses),
    originalTarget: orNull(promise),
    currentTarget: orNull(promise),
    startedOn: orNull(DateText),
    forecast: orNull(DateText),
    actual: orNull(DateText),
    confirmedOn: orNull(DateText),
    evidence: Type.Array(Evidence),
    ...recorded,
  },
  { title: 'Milestone' },
);

export const targetChangeSchema = Type.Object(
  {
    id: Id,
    milestone: Id,
    from: orNull(promise),
    to: orNull(promise),
    reason: Words,
    on: DateText,
    status: OneOf(['undecided', 'approved', 'rejected', 'returned', 'withdrawn', 'lapsed']),
    ...decided,
    decision: Type.Optional(Words),
    ...recorded,
  },
  { title: 'TargetChange' },
);
