import { Type } from 'typebox';
import { BilingualText, DateText, described, Id, OneOf, PartyText, Words } from '../scalars.js';
import { Evidence } from '../evidence.js';
import { Reference, TargetPromise } from '../target.js';

const happenedOn = DateText;
const milestone = Id;

export const milestoneEvents = {
  'milestone.planned.v1': Type.Object({
    happenedOn,
    milestone,
    title: BilingualText,
    type: Type.Optional(Id),
    party: Type.Optional(described(PartyText, 'absent: whoever owns the initiative on the day')),
    target: TargetPromise,
    key: Type.Boolean({ description: 'its target moves by request alone' }),
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
    dependsOn: Type.Array(Reference, { maxItems: 50 }),
    stage: Type.Optional(described(Id, 'bound to a stage of the law: reached by entering it, never by hand')),
  }),
  'milestone.described.v1': Type.Object({
    happenedOn,
    milestone,
    title: Type.Optional(BilingualText),
    type: Type.Optional(Id),
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
  }),
  'milestone.dependencies-set.v1': Type.Object({
    happenedOn,
    milestone,
    dependsOn: Type.Array(Reference, { maxItems: 50 }),
  }),
  /** The first target of a milestone that had none, or any target while the initiative is a draft. */
  'milestone.target-set.v1': Type.Object({ happenedOn, milestone, target: TargetPromise }),
  /** Moved within the lead's allowance, or, with reason `source`, by the source of an import. */
  'milestone.target-moved.v1': Type.Object({
    happenedOn,
    milestone,
    from: TargetPromise,
    to: TargetPromise,
    reason: Words,
  }),
  'milestone.target-change-requested.v1': Type.Object({
    happenedOn,
    milestone,
    change: Id,
    from: TargetPromise,
    to: TargetPromise,
    reason: Words,
  }),
  'milestone.target-change-decided.v1': Type.Object({
    happenedOn,
    milestone,
    change: Id,
    decision: OneOf(['approved', 'rejected', 'returned']),
    to: Type.Optional(described(TargetPromise, 'what was approved')),
    reason: Type.Optional(Words),
  }),
  'milestone.target-change-withdrawn.v1': Type.Object({
    happenedOn,
    milestone,
    change: Id,
    reason: Type.Optional(Words),
  }),
  'milestone.started.v1': Type.Object({ happenedOn, milestone }),
  'milestone.forecast.v1': Type.Object({ happenedOn, milestone, date: DateText, reason: Type.Optional(Words) }),
  'milestone.reached.v1': Type.Object({ happenedOn, milestone, evidence: Type.Array(Evidence, { maxItems: 20 }) }),
  'milestone.confirmed.v1': Type.Object({
    happenedOn,
    milestone,
    reason: Type.Optional(Words),
    evidence: Type.Optional(Type.Array(Evidence, { maxItems: 20 })),
  }),
  'milestone.reopened.v1': Type.Object({ happenedOn, milestone, reason: Words }),
  'milestone.cancelled.v1': Type.Object({ happenedOn, milestone, reason: Words }),
};
