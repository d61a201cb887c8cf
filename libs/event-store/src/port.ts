import type { AnyRecordedEvent, DomainEvent, Instant, StreamName } from '@masar/contracts';
import type { ServerPatience } from '@masar/mongo/patience';
import type { StoreClock } from './clock.js';
import type { Leases } from './leases-port.js';
import type { PendingCommits } from './pending-port.js';

/** Who asks, why and under which id; becomes part of the commit. */
export interface CommitMeta {
  /** SHA-256(actor, Idempotency-Key), or made by the server. */
  readonly commandId: string;
  /** Digest of the command as sent: the same id with another digest is `idempotency/key-reused`. */
  readonly digest: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The service that records: `/projects`. */
  readonly source: string;
  /** Only an import of a dated source sets it: the last instant of the source's date. */
  readonly knownAt?: Instant;
  /** Partition key for life; default the stream. */
  readonly partitionKey?: string;
  /** What the command answers beyond id and version (`{id: 'w-1'}`), so that a resend gets the very same answer. JSON. */
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** Where a stream ends. */
export interface StreamHead {
  readonly version: number;
  readonly hash: string;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
}

/** What is remembered of a commit. */
export interface CommitSummary {
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly commandId: string;
  readonly digest: string;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly answer?: Readonly<Record<string, unknown>>;
}

export interface AppendRequest {
  readonly stream: StreamName;
  /** Version of the last event the decision was made on; 0 for a new stream. */
  readonly expectedVersion: number;
  /** At least one; a decision without events is never appended. */
  readonly events: readonly DomainEvent[];
  readonly meta: CommitMeta;
}

/** `committed`: on disk. `conflict`: the stream is at another version. `duplicate`: this command id already has a commit on this stream. `older-than-known`: its `knownAt` lies before the stream's. */
export type AppendResult =
  | { readonly outcome: 'committed'; readonly commit: CommitSummary; readonly events: readonly AnyRecordedEvent[] }
  | { readonly outcome: 'conflict'; readonly head: StreamHead | undefined }
  | { readonly outcome: 'duplicate'; readonly commit: CommitSummary }
  | { readonly outcome: 'older-than-known'; readonly head: StreamHead };

/**
 * The truth: append-only streams with expected versions. One append is one commit, whole or not at all;
 * `append` resolves only when the commit is on disk.
 *
 * Rejections: `InvalidEvent` (the data breaks the catalogue; a programming fault, nothing written), `StorageUnavailable`
 * (disk full, input/output fault: nothing of it is half done; the same command may be sent again with the same id),
 * `BrokenEvent` (a stored text no longer matches its hash or is no JSON).
 */
export interface EventStore {
  append(request: AppendRequest): Promise<AppendResult>;
  find(stream: StreamName, commandId: string): Promise<CommitSummary | undefined>;
  head(stream: StreamName): Promise<StreamHead | undefined>;
  /** Events of a stream with version > `after` (0), in order, at most `limit` (500), upcast to their newest version. */
  read(stream: StreamName, after?: number, limit?: number): Promise<readonly AnyRecordedEvent[]>;
  /** Names of streams of a collection (`projects/`), in order of name, after a name, at most `limit` (500). */
  streams(prefix: string, after?: string, limit?: number): Promise<readonly StreamName[]>;
  /** Renewed by `restore`; consumers that meet a new epoch start empty. */
  epoch(): Promise<string>;
  /** Now by the store's clock: what `recordedAt` of an append would be, unless its stream is later already. */
  now(): Instant;
  /** Holds from the next `append` on. */
  setClock(clock: StoreClock): void;
  /** Disposable folds of a decider's state, by decider name and version. */
  readonly snapshots: SnapshotStore;
  /** Commits the broker has still to be given; absent where the log is a view over the store's own commits. */
  readonly pending?: PendingCommits;
  /** Turns among the processes over this store; absent where one process has it for itself. */
  readonly leases?: Leases;
  /** Waits for what was appended, then lets go of files, threads and the folder's lock. */
  close(): Promise<void>;
}

/** `decider` is `<name>@<version>`. State is what structured cloning can carry (plain data, Map, Set). */
export interface SnapshotStore {
  get(stream: StreamName, decider: string): Promise<{ readonly version: number; readonly state: unknown } | undefined>;
  put(stream: StreamName, decider: string, version: number, state: unknown): Promise<void>;
}

export interface EventStoreOptions {
  /** Default: the machine's clock. */
  readonly clock?: StoreClock;
  /** Take the data folder for this process alone (default true); a second process gets `FolderInUse`. */
  readonly lock?: boolean;
  /** Pages the file may have; only tests of a full disk set it. */
  readonly maxPages?: number;
  /** How long a document server may take before it counts as away; only `mongodb:` URLs have one. */
  readonly patience?: ServerPatience;
}
