import { Type } from 'typebox';
import { BilingualText, DateText, described, givenIdPattern, Id, OneOf, PartyText, Words } from '../scalars.js';
import { commitmentDirections, commitmentSides } from '../vocabulary.js';
import { Evidence } from '../evidence.js';

const happenedOn = DateText;
const change = described(Id, 'the due change it is about');
const InitiativeStream = Type.String({
  pattern: `^[a-z-]+/${givenIdPattern.slice(1, -1)}$`,
  description: 'the stream of the initiative it is for, for life: projects/P-1',
});

export const partnerEvents = {
  'partner.registered.v1': Type.Object({ happenedOn, name: BilingualText }),
  'partner.suspended.v1': Type.Object({ happenedOn, reason: Words }),

  'commitment.offered.v1': Type.Object({
    happenedOn,
    partner: described(Id, 'the one side; the other is a government party'),
    direction: described(OneOf(commitmentDirections), 'who owes it to whom'),
    title: BilingualText,
    initiative: InitiativeStream,
    milestone: Type.Optional(described(Id, 'of that initiative: reached when this is confirmed')),
    dueOn: DateText,
    with: Type.Optional(described(PartyText, 'the government side; absent: whoever owns the initiative on the day')),
    offeredBy: described(OneOf(commitmentSides), 'the other side answers'),
  }),
  'commitment.accepted.v1': Type.Object({ happenedOn }),
  'commitment.declined.v1': Type.Object({ happenedOn, reason: Type.Optional(Words) }),
  'commitment.reported.v1': Type.Object({ happenedOn, evidence: Type.Array(Evidence, { minItems: 1, maxItems: 20 }) }),
  'commitment.returned.v1': Type.Object({ happenedOn, reason: Words }),
  'commitment.confirmed.v1': Type.Object({ happenedOn }),
  'commitment.withdrawn.v1': Type.Object({ happenedOn, reason: Words }),
  'commitment.due-change-proposed.v1': Type.Object({
    happenedOn,
    change,
    from: DateText,
    to: DateText,
    reason: Words,
    proposedBy: described(OneOf(commitmentSides), 'the other side decides'),
  }),
  'commitment.due-change-decided.v1': Type.Object({
    happenedOn,
    change,
    decision: OneOf(['agreed', 'refused']),
    to: Type.Optional(described(DateText, 'what was agreed: due from this day on')),
    reason: Type.Optional(Words),
  }),
  /** What the initiative said to the `reach` that a confirmed commitment entails: it is asked once. */
  'commitment.milestone-fed.v1': Type.Object({
    happenedOn,
    milestone: Id,
    outcome: described(OneOf(['reached', 'refused']), 'what the initiative answered'),
    code: Type.Optional(described(Type.String({ maxLength: 100 }), 'why it was refused')),
  }),
};
