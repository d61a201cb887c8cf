import { genesisHash, type AnyRecordedEvent, type DomainEvent, type Instant, type StreamName } from '@masar/contracts';
import { commandFrom, type CommandSource } from './command-source.js';
import type { Decider } from './decider.js';
import type { CommitMeta } from './port.js';
import type { Current } from './state-cache.js';

/** One command of several that are committed together, with what it answers beyond its version. */
export interface Step<State, Command> {
  readonly command: CommandSource<State, Command>;
  readonly answer?: Readonly<Record<string, unknown>>;
}

export interface StepAnswer {
  readonly version: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What an event will look like when it is recorded, but for its hash: enough for the next step's decision. */
const asIfRecorded = (
  fact: DomainEvent,
  stream: StreamName,
  version: number,
  meta: CommitMeta,
  now: Instant,
): AnyRecordedEvent => ({
  ...(fact as Pick<AnyRecordedEvent, 'type' | 'data'>),
  stream,
  version,
  recordedAt: now,
  knownAt: meta.knownAt ?? now,
  source: meta.source,
  actor: meta.actor,
  correlationId: meta.correlationId,
  commandId: meta.commandId,
  partitionKey: meta.partitionKey ?? stream,
  hash: genesisHash,
  prevhash: genesisHash,
});

/** Decides each step on the state the steps before it leave behind; a refusal of any refuses all. */
export const decideTogether = async <State, Command>(
  decider: Decider<State, Command>,
  stream: StreamName,
  steps: readonly Step<State, Command>[],
  start: Current<State>,
  meta: CommitMeta,
  now: Instant,
): Promise<{ readonly events: readonly DomainEvent[]; readonly answers: readonly StepAnswer[] }> => {
  const events: DomainEvent[] = [];
  const answers: StepAnswer[] = [];
  let { state, version } = start;
  for (const { command, answer = {} } of steps) {
    const made = await commandFrom(command, { ...start, state, version });
    for (const fact of decider.decide(state, made)) {
      version += 1;
      events.push(fact);
      state = decider.evolve(state, asIfRecorded(fact, stream, version, meta, now));
    }
    answers.push({ version, answer });
  }
  return { events, answers };
};
