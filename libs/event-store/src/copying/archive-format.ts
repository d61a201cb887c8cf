import type { StreamName } from '@masar/contracts';
import type { StoredCommit } from '../commit/stored-commit.js';
import type { BesideTruth } from '../maintenance-port.js';
import type { SealHeader } from '../seal/seal.js';

/*
 * A backup of a store that is no file: JSON lines, gzipped. First what it is of; then seals and what lies beside the truth;
 * then every commit by stream and version, columns by their full names and texts as they were hashed; last how much that
 * was, the digest of the heads (as a seal's) and the SHA-256 of all lines before. A file without its last line is none.
 */
export const archiveFormat = 'masar-backup@1';

export interface ArchiveHeader {
  readonly format: typeof archiveFormat;
  readonly epoch: string;
  readonly madeAt: string;
}

export interface ArchiveEnd {
  readonly streams: number;
  readonly commits: number;
  readonly events: number;
  readonly digest: string;
  readonly sha256: string;
}

/** A commit in a line. */
export interface ArchivedCommit {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly commandId: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly hashes: string;
  readonly texts: string;
}

export type ArchiveLine =
  | { readonly seal: SealHeader }
  | { readonly beside: BesideTruth }
  | { readonly commit: ArchivedCommit }
  | { readonly end: ArchiveEnd };

export const archivedOf = (commit: StoredCommit): ArchivedCommit => ({
  stream: commit.stream,
  first: commit.first,
  last: commit.last,
  commandId: commit.command_id,
  recordedAt: commit.recorded_at,
  knownAt: commit.known_at,
  hashes: commit.hashes,
  texts: commit.texts,
});

export const storedOf = (archived: ArchivedCommit): StoredCommit => ({
  stream: archived.stream as StreamName,
  first: archived.first,
  last: archived.last,
  command_id: archived.commandId,
  recorded_at: archived.recordedAt,
  known_at: archived.knownAt,
  hashes: archived.hashes,
  texts: archived.texts,
});
