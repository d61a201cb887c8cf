import mongoose, { type Connection, type Model, type Types } from 'mongoose';
import type { StreamName } from '@masar/contracts';
import type { StoredCommit } from '../commit/stored-commit.js';

/**
 * A commit, one document: the columns of the SQLite table by their names in full, the texts as they were hashed. Outside
 * the hash stand `begins` (the stream, on its first commit only: the list of streams) and `pending` (until the broker has
 * acknowledged it): each is in its sparse index only where it is there.
 */
export interface CommitDocument {
  readonly _id?: Types.ObjectId;
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly commandId: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly hashes: string;
  readonly texts: string;
  readonly begins?: string;
  readonly pending?: string;
}

/** A note of the store about itself: `schema`, `epoch`. */
export interface NoteDocument {
  readonly _id: string;
  readonly value: string;
}

/** Who relays at present, and until when (milliseconds since 1970 by his clock). */
export interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: number;
}

/** A seal without its heads, by number: what the next one is chained to. */
export interface SealDocument {
  readonly _id: number;
  readonly header: string;
}

/** The last fold of a stream by a decider of one name; `state` as v8 serializes it. */
export interface SnapshotDocument {
  readonly _id: string;
  readonly decider: string;
  readonly version: number;
  readonly state: Buffer;
}

const { Schema } = mongoose;
const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const commitSchema = new Schema(
  {
    stream: text,
    first: number,
    last: number,
    commandId: text,
    recordedAt: text,
    knownAt: text,
    hashes: text,
    texts: text,
    begins: String,
    pending: String,
  },
  { collection: 'commits', versionKey: false },
)
  .index({ stream: 1, first: 1 }, { unique: true })
  .index({ stream: 1, commandId: 1 }, { unique: true })
  .index({ begins: 1 }, { sparse: true })
  .index({ pending: 1 }, { sparse: true });

const noteSchema = new Schema({ _id: text, value: text }, { collection: 'commit-notes', versionKey: false });
const leaseSchema = new Schema({ _id: text, holder: text, until: number }, { collection: 'leases', versionKey: false });
const sealSchema = new Schema({ _id: number, header: text }, { collection: 'seals', versionKey: false });
const snapshotSchema = new Schema(
  { _id: text, decider: text, version: number, state: { type: Buffer, required: true } },
  { collection: 'snapshots', versionKey: false },
);

export interface StoreCollections {
  readonly commits: Model<CommitDocument>;
  readonly notes: Model<NoteDocument>;
  readonly leases: Model<LeaseDocument>;
  readonly seals: Model<SealDocument>;
  readonly snapshots: Model<SnapshotDocument>;
}

/** The store's collections on a connection; their indexes are made where they are missing. */
export const storeCollections = async (connection: Connection): Promise<StoreCollections> => {
  const commits = connection.model<CommitDocument>('Commit', commitSchema as never);
  await commits.createIndexes();
  return {
    commits,
    notes: connection.model<NoteDocument>('Note', noteSchema as never),
    leases: connection.model<LeaseDocument>('Lease', leaseSchema as never),
    seals: connection.model<SealDocument>('Seal', sealSchema as never),
    snapshots: connection.model<SnapshotDocument>('Snapshot', snapshotSchema as never),
  };
};

/** Everything of a commit but its marks. */
export const columns = {
  stream: 1,
  first: 1,
  last: 1,
  commandId: 1,
  recordedAt: 1,
  knownAt: 1,
  hashes: 1,
  texts: 1,
} as const;

/** What a head needs. */
export const headColumns = { stream: 1, last: 1, recordedAt: 1, knownAt: 1, hashes: 1 } as const;

export const storedCommitOf = (document: CommitDocument): StoredCommit => ({
  stream: document.stream,
  first: document.first,
  last: document.last,
  command_id: document.commandId,
  recorded_at: document.recordedAt,
  known_at: document.knownAt,
  hashes: document.hashes,
  texts: document.texts,
});

/**
 * The mark of a commit that the broker has not acknowledged. It sorts by insertion, since `recordedAt` never goes back
 * within a stream, and within one instant by version.
 */
export const pendingMark = (recordedAt: string, first: number): string =>
  `${recordedAt} ${String(first).padStart(12, '0')}`;
