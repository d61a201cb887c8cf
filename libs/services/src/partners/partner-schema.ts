import {
  BilingualText,
  commitmentDirections,
  CommitmentClock,
  commitmentSides,
  commitmentStatuses,
  DateText,
  Evidence,
  Id,
  OneOf,
  PartyText,
  Words,
} from '@masar/contracts';
import { Type } from 'typebox';
import { initiativeForPartner } from './initiative-for-partner.js';

const optional = Type.Optional;

export const partnerSchema = Type.Object(
  {
    id: Id,
    name: BilingualText,
    status: OneOf(['active', 'suspended']),
    registeredOn: DateText,
    suspended: optional(Type.Object({ on: DateText, reason: Words })),
    version: Type.Integer(),
    position: Type.String(),
  },
  { title: 'Partner' },
);

const step = Type.Object({
  step: OneOf(commitmentStatuses),
  on: DateText,
  by: Type.String(),
  reason: optional(Words),
  evidence: optional(Type.Array(Evidence)),
  because: Type.String(),
});

export const commitmentSchema = Type.Object(
  {
    id: Id,
    partner: Id,
    direction: OneOf(commitmentDirections),
    title: BilingualText,
    initiative: Type.String({ description: 'projects/P-1' }),
    milestone: optional(Id),
    status: OneOf(commitmentStatuses),
    dueOn: DateText,
    with: optional(PartyText),
    offeredBy: OneOf(commitmentSides),
    /** As of today. */
    clock: CommitmentClock,
    steps: Type.Array(step),
    fed: optional(Type.Object({ outcome: OneOf(['reached', 'refused']), code: optional(Type.String()) })),
    version: Type.Integer(),
    position: Type.String(),
  },
  { title: 'Commitment' },
);

/** One commitment, with what its partner may see of the initiative it is for. */
export const wholeCommitmentSchema = Type.Object(
  { ...commitmentSchema.properties, for: initiativeForPartner },
  { title: 'WholeCommitment' },
);

export const dueChangeSchema = Type.Object(
  {
    id: Id,
    status: OneOf(['undecided', 'agreed', 'refused', 'lapsed']),
    from: DateText,
    to: DateText,
    reason: Words,
    on: DateText,
    proposedBy: OneOf(commitmentSides),
    decidedOn: optional(DateText),
    words: optional(Words),
  },
  { title: 'DueChange' },
);

/** What a side of a commitment is waited on for. */
export const inboxWants = ['answer', 'delivery', 'decision', 'due-change'] as const;

export const inboxItemSchema = Type.Object(
  {
    id: Type.String({ description: 'the commitment, or the due change of it' }),
    wants: OneOf(inboxWants),
    of: OneOf(commitmentSides),
    since: DateText,
    commitment: Id,
    partner: Id,
    title: BilingualText,
    dueOn: DateText,
    change: optional(Id),
  },
  { title: 'PartnerInboxItem' },
);
