import { fromEpochDay, localDateOf, toEpochDay } from '@masar/calendar';
import type { Instant, LocalDate, Party, Position, StreamName } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import type { Fact, InitiativeFacts } from '../collect/facts.js';
import { byDay } from './by-day.js';
import type { Question } from './question.js';
import type { Reading, SharedReading } from './reading-shapes.js';
import { forever } from './spans.js';
import { calendarsOf } from './work-days.js';

/** Remembers that a day after the reading day may change what is read. */
export const watch = (reading: Reading, day: number): void => {
  if (day > reading.on && day < forever) reading.shared.turns.add(day);
};

/** Whether a fact has happened by the reading day (definitions §1: state on D uses facts with happenedOn ≤ D). */
export const hasHappened = (reading: Reading, fact: Fact): boolean => {
  const day = toEpochDay(fact.on);
  if (day <= reading.on) return true;
  reading.shared.turns.add(day);
  return false;
};

export const positionIn = (reading: Reading, version: number): Position => `${reading.facts.stream}@${version}`;
export const ownerParty = (reading: Reading, day: number): Party => `entity:${reading.ownerOn(day)}`;
/** The local date of an instant in the initiative's zone: its owner entity's. */
export const localDay = (reading: Reading, instant: Instant): number =>
  toEpochDay(localDateOf(instant, reading.shared.directory.zoneOf(reading.owner)));
export const dateOrNull = (day: number | undefined): LocalDate | null =>
  day === undefined || day === forever ? null : fromEpochDay(day);

const ownersOf = (facts: InitiativeFacts): Pick<Reading, 'ownerOn' | 'ownerTurns'> => {
  if (facts.owners.length === 0) return { ownerOn: () => facts.registration.owner, ownerTurns: [] };
  const changes = byDay(facts.owners).map((change) => ({ day: toEpochDay(change.on), to: change.to }));
  return {
    ownerOn: (day) => changes.findLast((change) => change.day <= day)?.to ?? facts.registration.owner,
    ownerTurns: changes.map((change) => change.day),
  };
};

/** The given start, else the first stage entered (laws); Infinity where neither is known. */
const startOf = (facts: InitiativeFacts): { start: number; startVersion: number } => {
  const described = facts.descriptions.findLast((description) => description.startedOn !== undefined);
  const given = facts.registration.startedOn ?? described?.startedOn;
  if (given !== undefined) {
    const version = (facts.registration.startedOn === undefined ? described : undefined)?.version;
    return { start: toEpochDay(given), startVersion: version ?? facts.registration.version };
  }
  const first = byDay(facts.stages)[0];
  if (!first) return { start: forever, startVersion: facts.registration.version };
  return { start: toEpochDay(first.on), startVersion: first.version };
};

const none: readonly CommitmentFacts[] = [];
const commitmentsFor = ({ stream }: InitiativeFacts, shared: SharedReading): readonly CommitmentFacts[] => {
  if (shared.commitments.length === 0) return none;
  const own = shared.commitments.filter(({ initiative }) => initiative === stream);
  for (const commitment of own) shared.readCommitments.set(commitment.stream, commitment);
  return own;
};

const read = (facts: InitiativeFacts, shared: SharedReading): Reading => {
  const owners = ownersOf(facts);
  const owner = owners.ownerOn(shared.on);
  const ending = byDay(facts.endings)[0];
  const { registration, published } = facts;
  const publishedOn = registration.draft ? (published ? toEpochDay(published.on) : forever) : -forever;
  const reading: Reading = {
    facts,
    commitments: commitmentsFor(facts, shared),
    shared,
    on: shared.on,
    owner,
    ...owners,
    calendars: calendarsOf(shared.directory, owner),
    path: facts.path && shared.directory.lawPath(facts.path),
    ...startOf(facts),
    end: ending ? toEpochDay(ending.on) : forever,
    ending,
    isDraft: publishedOn > shared.on,
    milestones: new Map(),
  };
  for (const day of [...owners.ownerTurns, publishedOn, reading.start, reading.end]) watch(reading, day);
  return reading;
};

/** Opens a question: the reading of its own initiative. */
export const readingOf = (question: Question): Reading => {
  const shared: SharedReading = {
    on: toEpochDay(question.on),
    directory: question.directory,
    related: question.related,
    commitments: question.commitments,
    readCommitments: new Map(),
    partyOfPerson: question.partyOfPerson ?? (() => undefined),
    turns: new Set(),
    readings: new Map(),
  };
  const reading = read(question.facts, shared);
  shared.readings.set(question.facts.stream, reading);
  return reading;
};

/** The reading of another initiative on the same day; undefined for a stream reporting knows nothing of. */
export const relatedReading = (reading: Reading, stream: StreamName): Reading | undefined => {
  const { readings, related } = reading.shared;
  if (readings.has(stream)) return readings.get(stream);
  const facts = related(stream);
  const other = facts && read(facts, reading.shared);
  readings.set(stream, other);
  return other;
};
