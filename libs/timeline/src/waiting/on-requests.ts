import type { BlockerFact, ContestFact, CorrectionRequestFact, PauseFact, QuestionFact } from '../collect/facts.js';
import { byDay } from '../derive/by-day.js';
import type { Reading } from '../derive/reading-shapes.js';
import { hasHappened, localDay } from '../derive/reading.js';
import { saidBy, waitingFor, waitingSince, type Waiting } from './waiting.js';

/** A pause request's own date is the first paused day it asks for: it waits since it was recorded. */
const pause = (reading: Reading, fact: PauseFact): Waiting =>
  waitingSince(reading, fact, localDay(reading, fact.recordedAt), {
    what: 'pause',
    record: fact.id,
    words: fact.reason,
    ...saidBy(fact),
  });

const contest = (reading: Reading, fact: ContestFact): Waiting =>
  waitingFor(reading, fact, { what: 'contest', record: fact.id, words: fact.reason, concerns: fact.party });

const correction = (reading: Reading, fact: CorrectionRequestFact): Waiting =>
  waitingFor(reading, fact, { what: 'correction', record: fact.id, words: fact.reason });

const blocker = (reading: Reading, fact: BlockerFact): Waiting =>
  waitingFor(reading, fact, { what: 'blocker', record: fact.id, title: fact.title, to: fact.decider });

const question = (reading: Reading, fact: QuestionFact): Waiting =>
  waitingFor(reading, fact, { what: 'question', record: fact.id, words: fact.text, to: fact.to });

/** Of each entity, what it declared last: applied, and nobody has verified or returned it since. */
const applications = (reading: Reading): readonly Waiting[] => {
  const last = new Map(
    byDay(reading.facts.applications)
      .filter((fact) => hasHappened(reading, fact))
      .map((fact) => [fact.entity, fact]),
  );
  return [...last.values()]
    .filter(({ step, state }) => step === 'recorded' && state === 'applied')
    .map((fact) =>
      waitingFor(reading, fact, { what: 'application', entity: fact.entity, concerns: `entity:${fact.entity}` }),
    );
};

/** Requests, contests, corrections, obstacles and questions that nobody has answered by the reading day. */
export const waitingOnRequests = (reading: Reading): readonly Waiting[] => {
  const { pauses, contests, correctionRequests, blockers, questions } = reading.facts;
  const isOpen = reading.end > reading.on;
  const begun = <T extends Parameters<typeof hasHappened>[1]>(facts: readonly T[]) =>
    facts.filter((fact) => hasHappened(reading, fact));
  return [
    ...begun(contests).flatMap((fact) => (fact.decided ? [] : contest(reading, fact))),
    ...begun(correctionRequests).flatMap((fact) => (fact.decided ? [] : correction(reading, fact))),
    ...begun(questions).flatMap((fact) => (fact.answer ? [] : question(reading, fact))),
    ...(isOpen
      ? [
          ...pauses.flatMap((fact) => (fact.decided ? [] : pause(reading, fact))),
          ...begun(blockers).flatMap((fact) => (fact.resolved ? [] : blocker(reading, fact))),
          ...applications(reading),
        ]
      : []),
  ];
};
