import type { AnyRecordedEvent, Instant, LocalDate, Position, StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { KnownPeople } from './known-people.js';
import { Recollections, type Recollection } from './recollections.js';

/** A command as it is given: what is wanted, without the context a decision leans on. `on` defaults to today of the actor's zone. */
export interface GivenCommand {
  readonly type: string;
  readonly on?: LocalDate;
  readonly [field: string]: unknown;
}

/** Who gives a command, and under which id. */
export interface GivenMeta {
  readonly actor: Actor;
  /** Idempotency-Key: the same actor and key get the first answer again. Of what is entailed: the step, of the fact at `causationId`. */
  readonly key?: string;
  /** Digest of the command as sent; absent: computed from stream and command. */
  readonly digest?: string;
  /** Version the caller last saw; another one is refused `version/conflict` (412). */
  readonly ifMatch?: number;
  /** Only an import of a dated source. */
  readonly knownAt?: Instant;
  /** What a recorded fact of another stream entails, given by a service of its own accord: nobody's right is asked. */
  readonly isEntailed?: boolean;
  /** An import records what a source decided. */
  readonly fromSource?: boolean;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly onBehalfOf?: string;
  /**
   * The session a request came with: what another service is asked with on its behalf. Never recorded. Absent where a process
   * gives a command of its own accord (the demonstration): its people are names without accounts, and nobody is asked about them.
   */
  readonly token?: string;
}

/** What every command answers; `id` is of what was made, else of the stream's own thing. */
export interface CommandAnswer {
  readonly id: string;
  readonly version: number;
  readonly position: Position;
}

export interface CommandRunner {
  /** Runs one command; throws `Refusal`. Resolves when it is on disk. */
  run(stream: StreamName, command: GivenCommand, meta: GivenMeta): Promise<CommandAnswer>;
  /** Runs several on one stream as one commit, all or none; answers one each. */
  runTogether?(
    stream: StreamName,
    commands: readonly GivenCommand[],
    meta: GivenMeta,
  ): Promise<readonly CommandAnswer[]>;
}

/** Whoever keeps evidence files: asked before a command that names some is decided. */
export interface EvidenceGate {
  /** Refuses `file/unknown` for a file that is not there for who names it. From now on the file is kept for the stream. */
  admit(stream: StreamName, commands: readonly GivenCommand[], meta: GivenMeta): Promise<void>;
}

export type CommitListener = (stream: StreamName, events: readonly AnyRecordedEvent[]) => void;

/**
 * The one door to every decider of this process: HTTP, batch, imports, demonstration and command line all give their commands
 * here. Each service registers the collections it decides (`projects`, `entities`, …).
 */
export class CommandBus implements CommandRunner {
  readonly #runners = new Map<string, CommandRunner>();
  readonly #listeners = new Set<CommitListener>();
  /** What this process keeps in memory of streams. */
  readonly recollections = new Recollections();
  /** Absent where no files are kept: then what is named is nobody's question. */
  evidence: EvidenceGate | undefined;
  /** Absent where nobody signs in: then nobody has an account. */
  people: KnownPeople | undefined;

  register(collection: string, runner: CommandRunner): void {
    if (this.#runners.has(collection)) throw new Error(`two deciders for ${collection}`);
    this.#runners.set(collection, runner);
  }

  collections(): readonly string[] {
    return [...this.#runners.keys()];
  }

  knows(collection: string): boolean {
    return this.#runners.has(collection);
  }

  runnerOf(stream: StreamName): CommandRunner {
    const collection = stream.slice(0, stream.indexOf('/'));
    const runner = this.#runners.get(collection);
    if (!runner) throw new Error(`no service of this process decides ${collection}`);
    return runner;
  }

  /** Called by runners after a commit of this process is on disk. */
  committed(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    for (const listener of this.#listeners) listener(stream, events);
    this.recollections.committed(stream, events);
  }

  /** Commits of this process alone, once each: for counting. */
  onCommitted(listener: CommitListener): void {
    this.#listeners.add(listener);
  }

  /** Commits of this process and of the others: for what is kept in memory. */
  onRecorded(recollection: Recollection): void {
    this.recollections.add(recollection);
  }

  run(stream: StreamName, command: GivenCommand, meta: GivenMeta): Promise<CommandAnswer> {
    return this.runnerOf(stream).run(stream, command, meta);
  }
}
