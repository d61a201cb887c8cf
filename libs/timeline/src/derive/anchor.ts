import { toEpochDay } from '@masar/calendar';
import type { Instant, StreamName } from '@masar/contracts';
import type { Fact } from '../collect/facts.js';
import { byDay } from './by-day.js';
import { confirmation, dueOn } from './commitment-reading.js';
import { expectedDay } from './promise.js';
import type { Anchor, MilestoneLookup, Reading } from './reading-shapes.js';
import { hasHappened, relatedReading } from './reading.js';
import { forever } from './spans.js';

const unknown: Anchor = {};

interface Asked {
  readonly promisedAt: Instant;
  readonly lookup: MilestoneLookup;
}

/** The day a fact names for its anchor, as first stated and as it stands, with the time each became known. */
const statements = (fact: Fact, property: string, day: number): readonly { at: Instant; day: number }[] => {
  const first = fact.stated?.[property];
  if (!first || typeof first.value !== 'string') return [{ at: fact.recordedAt, day }];
  return [
    { at: fact.recordedAt, day: toEpochDay(first.value) },
    { at: first.correctedAt, day },
  ];
};

/** What held when the promise was written, else the first that became known afterwards. */
const firstMet = (known: readonly { at: Instant; day: number }[], promisedAt: Instant): number | undefined =>
  (known.findLast((statement) => statement.at <= promisedAt) ?? known[0])?.day;

const startAnchor = (reading: Reading, { promisedAt }: Asked): Anchor => {
  if (reading.start === forever) return unknown;
  if (reading.start > reading.on) return { expected: reading.start };
  const { registration } = reading.facts;
  const known = registration.startedOn === undefined ? [] : statements(registration, 'startedOn', reading.start);
  return { actual: reading.start, first: firstMet(known, promisedAt) ?? reading.start };
};

const milestoneAnchor = (reading: Reading, id: string, { promisedAt, lookup }: Asked): Anchor => {
  const milestone = lookup(reading, id);
  if (!milestone) return unknown;
  const { reached } = milestone.state;
  if (reached) {
    const known = milestone.life.steps
      .filter((step) => step.step === 'reached' && hasHappened(reading, step))
      .flatMap((step) => statements(step, 'on', toEpochDay(step.on)));
    const actual = toEpochDay(reached.on);
    return { actual, first: firstMet(known, promisedAt) ?? actual };
  }
  if (milestone.state.cancelled) return unknown;
  const expected = milestone.forecast ?? expectedDay(milestone.current);
  return expected === undefined ? unknown : { expected };
};

/** A stage has happened once it is entered; a later visit does not happen it anew. */
const stageAnchor = (reading: Reading, stage: string, asked: Asked): Anchor => {
  const entries = byDay(reading.facts.stages.filter((entry) => entry.stage === stage));
  const [entered] = entries.filter((entry) => hasHappened(reading, entry));
  if (entered) {
    const actual = toEpochDay(entered.on);
    return { actual, first: firstMet(statements(entered, 'on', actual), asked.promisedAt) ?? actual };
  }
  const bound = reading.facts.milestones.find((milestone) => milestone.planned.stage === stage);
  return bound ? milestoneAnchor(reading, bound.id, asked) : unknown;
};

/** A commitment has happened once it is confirmed; until then it is expected when it is due, unless nobody owes it any more. */
const commitmentAnchor = (reading: Reading, stream: string, { promisedAt }: Asked): Anchor => {
  const commitment = reading.shared.commitments.find((known) => known.stream === stream);
  if (!commitment) return unknown;
  reading.shared.readCommitments.set(commitment.stream, commitment);
  const confirmed = confirmation(commitment);
  if (confirmed && hasHappened(reading, confirmed)) {
    const actual = toEpochDay(confirmed.on);
    return { actual, first: firstMet(statements(confirmed, 'on', actual), promisedAt) ?? actual };
  }
  const isOver = commitment.steps.some(
    (fact) => (fact.step === 'declined' || fact.step === 'withdrawn') && hasHappened(reading, fact),
  );
  return isOver ? unknown : { expected: toEpochDay(dueOn(reading, commitment)) };
};

/** Collections of places inside an initiative a reference may name. */
const places: Readonly<Record<string, (reading: Reading, id: string, asked: Asked) => Anchor>> = {
  milestones: milestoneAnchor,
  stages: stageAnchor,
};

/** Reads what a reference names: `start`, `m-2`, `projects/P-1/milestones/m-2`, `laws/L-7/stages/gazette`. `commitments/c-9` happened when it was confirmed. */
export const anchorOf = (reading: Reading, reference: string, asked: Asked): Anchor => {
  if (reference === 'start') return startAnchor(reading, asked);
  const [collection, stream, place, id] = reference.split('/');
  if (stream === undefined) return milestoneAnchor(reading, reference, asked);
  if (collection === 'commitments') return commitmentAnchor(reading, reference, asked);
  if (place === undefined || id === undefined) return unknown;
  const name = `${collection}/${stream}` as StreamName;
  const other = name === reading.facts.stream ? reading : relatedReading(reading, name);
  return (other && places[place]?.(other, id, asked)) ?? unknown;
};
