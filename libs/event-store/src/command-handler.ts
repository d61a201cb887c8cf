import { setTimeout as pause } from 'node:timers/promises';
import { refuse, type AnyRecordedEvent, type DomainEvent, type Position, type StreamName } from '@masar/contracts';
import type { Decider } from './decider.js';
import { decideTogether, type Step, type StepAnswer } from './decide-together.js';
import type { AppendResult, CommitMeta, CommitSummary, EventStore } from './port.js';
import { commandFrom, type CommandSource } from './command-source.js';
import { StateCache, type Current } from './state-cache.js';
import { StreamQueues } from './stream-queues.js';

export interface CommandHandlerOptions {
  /** How often a command without If-Match is decided anew when others were faster (default 20). */
  readonly attempts?: number;
  /** States kept in memory, least recently used go first (default 5,000). */
  readonly cachedStates?: number;
  /** A snapshot each so many events (default 500). */
  readonly snapshotEvery?: number;
}

export interface RunOptions<State = unknown> {
  /** Throws when the stream is not there for the asker: before anything of it, its version too, is told. */
  readonly admit?: (state: State) => void;
  /** The version the caller saw (If-Match): any other is refused with `version/conflict`. */
  readonly ifMatch?: number;
  /** `must-be-new` refuses `stream/exists`, `must-exist` refuses `stream/not-found`; default `either`. */
  readonly create?: 'must-be-new' | 'must-exist' | 'either';
}

export interface CommandAnswer {
  /** Of the stream after the command: its ETag. */
  readonly version: number;
  readonly position: Position;
  /** The command had been committed before; this is its first answer again. */
  readonly replayed: boolean;
  /** What `meta.answer` said at the first time; `id` out of it. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly id?: string;
  /** What was committed just now; empty for a resend and when nothing changed. */
  readonly events: readonly AnyRecordedEvent[];
}

export interface CommandHandler {
  /**
   * The one way to write. A resend (same stream and command id) gets its first answer, before If-Match and before anything
   * is decided; refusals are not remembered. Rejects with `Refusal` (the decider's, or `idempotency/key-reused`,
   * `version/conflict`, `stream/exists`, `stream/not-found`, `import/older-than-known`) and with the store's faults.
   */
  run<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    command: CommandSource<State, Command>,
    meta: CommitMeta,
    options?: RunOptions<State>,
  ): Promise<CommandAnswer>;
  /** Several commands on one stream as one commit, whole or not at all; each step has its own version and answer. */
  runTogether<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    steps: readonly Step<State, Command>[],
    meta: CommitMeta,
    options?: RunOptions<State>,
  ): Promise<CommandAnswer & { readonly steps: readonly StepAnswer[] }>;
  /** The state of a stream as it is in the store now (its head is read). */
  current<State, Command>(decider: Decider<State, Command>, stream: StreamName): Promise<Current<State>>;
}

interface Decision {
  readonly events: readonly DomainEvent[];
  readonly meta: CommitMeta;
}

type Decide<State> = (current: Current<State>) => Promise<Decision>;

const answerOf = (
  stream: StreamName,
  version: number,
  answer: CommitMeta['answer'] = {},
  events: readonly AnyRecordedEvent[] = [],
  replayed = false,
): CommandAnswer => ({
  version,
  position: `${stream}@${version}`,
  replayed,
  answer,
  ...(typeof answer.id === 'string' ? { id: answer.id } : {}),
  events,
});

const replay = (commit: CommitSummary, meta: CommitMeta): CommandAnswer =>
  commit.digest === meta.digest
    ? answerOf(commit.stream, commit.last, commit.answer, [], true)
    : refuse('idempotency/key-reused', { position: `${commit.stream}@${commit.last}` });

const checkPreconditions = <State>(
  stream: StreamName,
  { state, version }: Current<State>,
  { admit, ifMatch, create }: RunOptions<State>,
): void => {
  if (create === 'must-be-new' && version > 0) refuse('stream/exists', { stream });
  if (create === 'must-exist' && version === 0) refuse('stream/not-found', { stream });
  if (version > 0) admit?.(state);
  if (ifMatch !== undefined && ifMatch !== version) refuse('version/conflict', { expected: ifMatch, version });
};

class StoreCommandHandler implements CommandHandler {
  private readonly states: StateCache;
  private readonly queues = new StreamQueues();
  private readonly attempts: number;

  constructor(
    private readonly store: EventStore,
    { attempts = 20, cachedStates = 5000, snapshotEvery = 500 }: CommandHandlerOptions,
  ) {
    this.attempts = attempts;
    this.states = new StateCache(store, cachedStates, snapshotEvery);
  }

  run<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    command: CommandSource<State, Command>,
    meta: CommitMeta,
    options: RunOptions<State> = {},
  ): Promise<CommandAnswer> {
    const decide = async (current: Current<State>): Promise<Decision> => {
      return { events: decider.decide(current.state, await commandFrom(command, current)), meta };
    };
    return this.handle(decider, stream, meta, decide, options);
  }

  async runTogether<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    steps: readonly Step<State, Command>[],
    meta: CommitMeta,
    options: RunOptions<State> = {},
  ): Promise<CommandAnswer & { readonly steps: readonly StepAnswer[] }> {
    const decide = async (current: Current<State>): Promise<Decision> => {
      const { events, answers } = await decideTogether(decider, stream, steps, current, meta, this.store.now());
      return { events, meta: { ...meta, answer: { ...meta.answer, steps: answers } } };
    };
    const answer = await this.handle(decider, stream, meta, decide, options);
    return { ...answer, steps: answer.answer.steps as readonly StepAnswer[] };
  }

  current<State, Command>(decider: Decider<State, Command>, stream: StreamName): Promise<Current<State>> {
    return this.states.load(decider, stream, true);
  }

  private handle<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    meta: CommitMeta,
    decide: Decide<State>,
    options: RunOptions<State>,
  ): Promise<CommandAnswer> {
    return this.queues.inOrder(stream, async () => {
      for (let tried = 0; tried < this.attempts; tried += 1) {
        // From the second retry on by chance a little later: in step, the same process would win every time.
        if (tried > 1) await pause(Math.random() * Math.min(50, 2 ** tried));
        const current = await this.states.load(decider, stream, tried > 0);
        const answer = await this.attempt(decider, stream, current, meta, decide, options);
        if (answer !== undefined) return answer;
      }
      return refuse('version/conflict', { stream, attempts: this.attempts });
    });
  }

  /**
   * One decision on one state; `undefined`: the stream has moved on, decide again. A resend is recognised whichever way the
   * decision goes: a "no" (If-Match among them) and a no-op are told only after the command's id has been looked up, and
   * an append meets the id in the store's own index, so that nobody pays for the look-up who has something new to say.
   */
  private async attempt<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    current: Current<State>,
    given: CommitMeta,
    decide: Decide<State>,
    options: RunOptions<State>,
  ): Promise<CommandAnswer | undefined> {
    let decision: Decision;
    try {
      checkPreconditions(stream, current, options);
      decision = await decide(current);
    } catch (fault) {
      const known = await this.store.find(stream, given.commandId);
      if (known !== undefined) return replay(known, given);
      // A "no" must not rest on a state that is behind; another process may have written since it was cached.
      if (await this.states.isBehind(stream, current)) return undefined;
      throw fault;
    }
    const { events, meta } = decision;
    if (events.length > 0) {
      const result = await this.store.append({ stream, expectedVersion: current.version, events, meta });
      return this.settle(decider, stream, current, meta, result);
    }
    const known = await this.store.find(stream, meta.commandId);
    if (known !== undefined) return replay(known, meta);
    if (await this.states.isBehind(stream, current)) return undefined;
    return answerOf(stream, current.version, meta.answer);
  }

  private settle<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    current: Current<State>,
    meta: CommitMeta,
    result: AppendResult,
  ): CommandAnswer | undefined {
    if (result.outcome === 'conflict') return undefined;
    if (result.outcome === 'duplicate') return replay(result.commit, meta);
    if (result.outcome === 'older-than-known')
      return refuse('import/older-than-known', { knownAt: meta.knownAt, held: result.head.knownAt });
    this.states.advance(decider, stream, current, result.events);
    return answerOf(stream, result.commit.last, meta.answer, result.events);
  }
}

/** The command handler of a service over its store; one per process, since it holds the states and the queues. */
export const createCommandHandler = (store: EventStore, options: CommandHandlerOptions = {}): CommandHandler =>
  new StoreCommandHandler(store, options);
