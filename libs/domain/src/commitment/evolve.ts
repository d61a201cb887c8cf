import {
  commitmentStepOf,
  type AnyRecordedEvent,
  type CommitmentStatus,
  type EventData,
  type EventType,
} from '@masar/contracts';
import type { Commitment, CommitmentState, CommitmentStep, DueChange } from './state.js';

const dataOf = <T extends EventType>(event: AnyRecordedEvent, _type: T): EventData<T> =>
  event.data as unknown as EventData<T>;

const stepOf = (event: AnyRecordedEvent, step: CommitmentStatus): CommitmentStep => {
  const { reason, evidence } = event.data as { reason?: string; evidence?: CommitmentStep['evidence'] };
  return {
    step,
    on: event.data.happenedOn,
    version: event.version,
    by: event.actor,
    ...(event.onBehalfOf !== undefined && { inNameOf: event.onBehalfOf }),
    ...(reason !== undefined && { reason }),
    ...(evidence && { evidence }),
  };
};

const offered = (event: AnyRecordedEvent): Commitment => {
  const { happenedOn: _on, initiative, ...data } = dataOf(event, 'commitment.offered.v1');
  return {
    ...data,
    initiative: initiative as Commitment['initiative'],
    status: 'offered',
    stream: event.stream,
    steps: [stepOf(event, 'offered')],
    changes: {},
  };
};

/** What has ended leaves no proposal open. */
const lapsed = (changes: Commitment['changes']): Commitment['changes'] =>
  Object.fromEntries(
    Object.entries(changes).map(([id, change]) => [
      id,
      change.status === 'undecided' ? { ...change, status: 'lapsed' } : change,
    ]),
  );

const ending: ReadonlySet<CommitmentStatus> = new Set(['declined', 'confirmed', 'withdrawn']);

const taken = (commitment: Commitment, event: AnyRecordedEvent, status: CommitmentStatus): Commitment => ({
  ...commitment,
  status,
  steps: [...commitment.steps, stepOf(event, status)],
  changes: ending.has(status) ? lapsed(commitment.changes) : commitment.changes,
});

const proposed = (commitment: Commitment, event: AnyRecordedEvent): Commitment => {
  const { happenedOn: on, change, from, to, reason, proposedBy } = dataOf(event, 'commitment.due-change-proposed.v1');
  const proposal: DueChange = { status: 'undecided', from, to, reason, on, proposedBy };
  return { ...commitment, changes: { ...commitment.changes, [change]: proposal } };
};

const decided = (commitment: Commitment, event: AnyRecordedEvent): Commitment => {
  const { happenedOn, change, decision, to, reason } = dataOf(event, 'commitment.due-change-decided.v1');
  const proposal = Object.hasOwn(commitment.changes, change) ? commitment.changes[change] : undefined;
  if (!proposal) return commitment;
  const answered: DueChange = {
    ...proposal,
    status: decision,
    decidedOn: happenedOn,
    ...(reason !== undefined && { words: reason }),
  };
  return {
    ...commitment,
    dueOn: decision === 'agreed' ? (to ?? proposal.to) : commitment.dueOn,
    changes: { ...commitment.changes, [change]: answered },
  };
};

/** The state after one more event of the stream; never throws on an event type it does not know. */
export const evolve = (state: CommitmentState, event: AnyRecordedEvent): CommitmentState => {
  if (event.type === 'commitment.offered.v1') return offered(event);
  if (state.status === 'unoffered') return state;
  const step = commitmentStepOf(event.type);
  if (step) return taken(state, event, step);
  if (event.type === 'commitment.due-change-proposed.v1') return proposed(state, event);
  if (event.type === 'commitment.due-change-decided.v1') return decided(state, event);
  if (event.type !== 'commitment.milestone-fed.v1') return state;
  const { outcome, code } = dataOf(event, 'commitment.milestone-fed.v1');
  return { ...state, fed: { outcome, ...(code !== undefined && { code }) } };
};
