import type { Instant, InitiativeKind, Refusal, StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { Directory } from '@masar/directory';
import type { KnownInitiative } from '@masar/import';
import type { GivenCommand } from '../platform/command-bus.js';

/** How an import's commands are given: by whom, under which key, and since when they count as known. */
export interface ImportMeta {
  readonly actor: Actor;
  readonly fromSource: boolean;
  readonly key: string;
  readonly knownAt?: Instant;
  readonly correlationId: string;
}

/** Who stands for a row of a source, and since when it is known. */
export interface SourceHolder {
  readonly stream: StreamName;
  readonly knownSince: Instant;
}

/** Which command of several was refused, and why. */
export interface Rehearsal {
  readonly place: number;
  readonly refusal: Refusal;
}

/** What an import needs of the rest of the house: to ask what is known, to rehearse commands, and to give them. */
export interface ImportGateway {
  /** Holders of a source system's rows by source id. */
  bySource(system: string): Promise<ReadonlyMap<string, SourceHolder>>;
  /**
   * What a stream says already. What the asker may not read is not there for a person's own file; a source's is planned on
   * all the same, and its words are not told (`isUnread`).
   */
  known(stream: StreamName, asker: Actor, fromSource: boolean): Promise<KnownInitiative | undefined>;
  directory(): Directory;
  now(): Instant;
  /** The kinds of initiative this process decides. */
  decides(kind: InitiativeKind): boolean;
  /** Decides the commands one after the other without recording; the first refusal, if there is one. */
  rehearse(
    stream: StreamName,
    commands: readonly GivenCommand[],
    meta: ImportMeta,
    directory: Directory,
  ): Promise<Rehearsal | undefined>;
  /** Gives the commands as one commit. A resend under the same key changes nothing. Rejects with `Refusal`. */
  run(stream: StreamName, commands: readonly GivenCommand[], meta: ImportMeta): Promise<void>;
}
