import { isLocalDate } from '@masar/calendar';
import {
  commitmentStepOf,
  type AnyRecordedEvent,
  type Bilingual,
  type CommitmentDirection,
  type CommitmentSide,
  type CommitmentStatus,
  type EventData,
  type Instant,
  type LocalDate,
  type Party,
  type RecordedEvent,
  type StreamName,
} from '@masar/contracts';
import { factOf, present } from './collector.js';
import type { Fact } from './facts.js';
import { FoldFault } from './fold-fault.js';

export interface CommitmentStepFact extends Fact {
  readonly step: CommitmentStatus;
}
/** A due date in force from `on`: the first one from the offer, the others as they were agreed. */
export interface DueFact extends Fact {
  readonly dueOn: LocalDate;
}

/** Another due date one side proposed; the other one decides. */
export interface DueProposalFact extends Fact {
  readonly id: string;
  readonly to: LocalDate;
  readonly proposedBy: CommitmentSide;
  readonly decided?: Fact;
}

/** The initiative's answer: it reached the milestone, or refused to, and why. */
export interface FedFact extends Fact {
  readonly outcome: 'reached' | 'refused';
  readonly code?: string;
}

/** Everything reporting knows of ONE commitment's stream: JSON, independent of clock, calendar and any other stream. */
export interface CommitmentFacts {
  readonly stream: StreamName;
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly partner: string;
  readonly direction: CommitmentDirection;
  readonly offeredBy: CommitmentSide;
  readonly title: Bilingual;
  readonly initiative: StreamName;
  /** Of that initiative: reached when this is confirmed. */
  readonly milestone?: string;
  /** The government side; absent: whoever owns the initiative on the day. */
  readonly with?: Party;
  /** In order of recording. */
  readonly steps: readonly CommitmentStepFact[];
  readonly due: readonly DueFact[];
  readonly proposals: readonly DueProposalFact[];
  /** What the initiative answered to the `reach` that the confirmation entailed; absent while it has not. */
  readonly fed?: FedFact;
}

type Told = 'commitment.due-change-proposed.v1' | 'commitment.due-change-decided.v1' | 'commitment.milestone-fed.v1';

const dataOf = <T extends 'commitment.offered.v1' | Told>(event: AnyRecordedEvent, _type: T): EventData<T> =>
  event.data as unknown as EventData<T>;

const realDay = (event: AnyRecordedEvent, day: unknown): LocalDate => {
  if (isLocalDate(day)) return day;
  throw new FoldFault('fold/not-a-date', event, String(day));
};

const offered = (event: AnyRecordedEvent): CommitmentFacts => {
  const {
    partner,
    direction,
    title,
    initiative,
    milestone,
    dueOn,
    offeredBy,
    with: party,
  } = dataOf(event, 'commitment.offered.v1');
  const fact = factOf(event as RecordedEvent);
  return {
    stream: event.stream,
    id: event.stream.slice(event.stream.indexOf('/') + 1),
    version: event.version,
    recordedAt: event.recordedAt,
    partner,
    direction,
    offeredBy,
    title,
    initiative: initiative as StreamName,
    ...present({ milestone, with: party }),
    steps: [{ ...fact, step: 'offered' }],
    due: [{ ...fact, dueOn: realDay(event, dueOn) }],
    proposals: [],
  };
};

const folded = (facts: CommitmentFacts, event: AnyRecordedEvent): CommitmentFacts => {
  const fact = factOf(event as RecordedEvent);
  const step = commitmentStepOf(event.type);
  if (step) return { ...facts, steps: [...facts.steps, { ...fact, step }] };
  if (event.type === 'commitment.due-change-proposed.v1') {
    const { change: id, to, proposedBy } = dataOf(event, 'commitment.due-change-proposed.v1');
    return { ...facts, proposals: [...facts.proposals, { ...fact, id, to: realDay(event, to), proposedBy }] };
  }
  if (event.type === 'commitment.milestone-fed.v1') {
    const { outcome, code } = dataOf(event, 'commitment.milestone-fed.v1');
    return { ...facts, fed: { ...fact, outcome, ...present({ code }) } };
  }
  if (event.type !== 'commitment.due-change-decided.v1') return facts;
  const { change, decision, to } = dataOf(event, 'commitment.due-change-decided.v1');
  const proposals = facts.proposals.map((one) => (one.id === change ? { ...one, decided: fact } : one));
  const due = decision === 'agreed' ? [...facts.due, { ...fact, dueOn: realDay(event, to) }] : facts.due;
  return { ...facts, proposals, due };
};

/** Folds the next event of a commitment's stream into its facts. Types that say nothing about timelines are passed over. */
export const collectCommitment = (facts: CommitmentFacts | undefined, event: AnyRecordedEvent): CommitmentFacts => {
  if (event.version !== (facts?.version ?? 0) + 1) throw new FoldFault('fold/out-of-order', event);
  realDay(event, event.data?.happenedOn);
  if (event.type === 'commitment.offered.v1') {
    if (facts) throw new FoldFault('fold/registered-twice', event);
    return offered(event);
  }
  if (!facts) throw new FoldFault('fold/not-registered', event);
  return { ...folded(facts, event), version: event.version, recordedAt: event.recordedAt };
};

/** Folds a whole stream, or the prefix of it that was known on a day. */
export const collectAllOfCommitment = (events: Iterable<AnyRecordedEvent>): CommitmentFacts | undefined => {
  let facts: CommitmentFacts | undefined;
  for (const event of events) facts = collectCommitment(facts, event);
  return facts;
};
