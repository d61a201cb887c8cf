import { toEpochDay } from '@masar/calendar';
import { partyPattern, type Party } from '@masar/contracts';
import type { BlockerFact, PauseFact } from '../collect/facts.js';
import type { Claim } from './claim.js';
import { derivedOrder } from './derived-order.js';
import { milestoneReading } from './milestone-reading.js';
import type { Reading } from './reading-shapes.js';
import { localDay } from './reading.js';
import { forever } from './spans.js';
import { requestSpan } from './target-request.js';

/** A decider may take five working days; the days count from the sixth. */
const firstCountedWorkDay = 6;
const party = new RegExp(partyPattern);

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly answer: number | undefined;
  readonly askedOn: number;
  readonly until: number;
  readonly decider: Party;
  readonly milestone?: string;
}

const claimOf = (reading: Reading, asked: Asked): Claim | undefined => {
  const from = reading.calendars.of(asked.decider).after(asked.askedOn, firstCountedWorkDay);
  if (from >= asked.until) return undefined;
  return {
    id: asked.id,
    source: 'derived',
    rule: 'undecided',
    from,
    to: asked.until,
    start: from,
    order: derivedOrder.undecided,
    version: asked.version,
    party: asked.decider,
    yields: true,
    ...(asked.milestone !== undefined && { milestone: asked.milestone }),
    reason: null,
    because: asked.answer === undefined ? [asked.version] : [asked.version, asked.answer],
  };
};

/** Requests go to the reviewers, who sit in the cabinet office: a request names no decider. */
const reviewers: Party = 'cabinet';

const dateRequests = (reading: Reading): readonly Asked[] =>
  reading.facts.milestones
    .filter(({ requests }) => requests.length > 0)
    .flatMap((milestone) => {
      const closed = milestoneReading(reading, milestone.id)?.life.closed ?? [];
      return milestone.requests.map((fact) => ({
        id: `request.${fact.id}`,
        version: fact.version,
        answer: fact.answer?.version,
        askedOn: toEpochDay(fact.on),
        until: requestSpan(fact, closed).undecidedUntil,
        decider: reviewers,
        milestone: milestone.id,
      }));
    });

/** A pause request's own date is the first paused day it asks for: it was asked on the day it was recorded. */
const pauseRequest = (reading: Reading, fact: PauseFact): Asked => ({
  id: `pause-request.${fact.id}`,
  version: fact.version,
  answer: fact.decided?.version,
  askedOn: localDay(reading, fact.recordedAt),
  until: fact.decided ? toEpochDay(fact.decided.on) : forever,
  decider: reviewers,
});

const blocker = (reading: Reading, fact: BlockerFact): Asked => {
  const milestone = reading.facts.waits.find((wait) => wait.id === fact.wait)?.milestone;
  return {
    id: `blocker.${fact.id}`,
    version: fact.version,
    answer: fact.resolved?.version,
    askedOn: toEpochDay(fact.on),
    until: fact.resolved ? toEpochDay(fact.resolved.on) : forever,
    decider: party.test(fact.decider) ? fact.decider : (reading.shared.partyOfPerson(fact.decider) ?? 'cabinet'),
    ...(milestone !== undefined && { milestone }),
  };
};

/** (c) A date request, pause request or blocker undecided for more than five working days, from the sixth, on its decider. */
export const undecidedWaits = (reading: Reading): readonly Claim[] =>
  [
    ...dateRequests(reading),
    ...reading.facts.pauses.map((fact) => pauseRequest(reading, fact)),
    ...reading.facts.blockers.map((fact) => blocker(reading, fact)),
  ].flatMap((asked) => claimOf(reading, asked) ?? []);
