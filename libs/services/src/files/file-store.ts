import type { Readable } from 'node:stream';
import type { Instant, StreamName } from '@masar/contracts';

/** A file by its own digest: the same bytes, sent twice or by two people, are one. */
export interface KeptFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** As its own bytes say, never as somebody said. */
  readonly type: string;
}

/** Who brought a file, and what he calls it: of two who bring the same one, neither learns of the other. */
export interface Upload extends KeptFile {
  readonly user: string;
  readonly name: string;
  readonly at: Instant;
}

/** A file on its way in, whole and on disk under a name of its own; `size` and `sha256` were counted while it came. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** A stream whose events name a file, or will: written down before the command is decided, so that nothing named is lost. */
export interface FileUse {
  readonly sha256: string;
  readonly stream: StreamName;
  /** Whether an event was seen that names it. */
  readonly confirmed: boolean;
}

/** Everything known of one file beside its bytes, for a backup or another store to hold. */
export interface CarriedFile extends KeptFile {
  readonly uploads: readonly { readonly user: string; readonly name: string; readonly at: Instant }[];
  readonly uses: readonly StreamName[];
}

/**
 * Evidence files by their SHA-256. Acknowledged means on disk (of a server: of a majority). A file lives as long as a stream
 * uses it; one that nobody uses, for as long as whoever brought it may still name it. Rejects with `FilesUnavailable`.
 */
export interface FileStore {
  /** A folder for files on their way in, near to where they are kept. */
  readonly incoming: string;
  /** Keeps what has come in, and takes it away from `incoming`. Brought again by the same person it gets the later name. */
  keep(
    file: IncomingFile,
    upload: { readonly user: string; readonly name: string; readonly type: string },
  ): Promise<void>;
  find(sha256: string): Promise<KeptFile | undefined>;
  /** The bytes; rejects when there is no such file. */
  read(sha256: string): Promise<Readable>;
  upload(sha256: string, user: string): Promise<Upload | undefined>;
  /** Somebody's own, the latest first, at most so many. */
  uploadsOf(user: string, limit: number): Promise<readonly Upload[]>;
  /** How many files somebody brought since (milliseconds). */
  uploadedSince(user: string, since: number): Promise<number>;
  /**
   * Says that a stream is about to name it: from now on it is not unused. Said again of a use that nobody has seen an event of
   * yet, the use is as young as that. False when there is no such file (any more).
   */
  hold(sha256: string, stream: StreamName): Promise<boolean>;
  uses(sha256: string): Promise<readonly FileUse[]>;
  confirm(sha256: string, stream: StreamName): Promise<void>;
  /** The stream did not come to name it, and has not said since then that it is about to. */
  release(sha256: string, stream: StreamName, before: number): Promise<void>;
  /** Uses older than that of which nobody has seen an event yet, at most so many. */
  unconfirmed(before: number, limit: number): Promise<readonly FileUse[]>;
  /**
   * Takes away what no stream uses and nobody brought or named since, and bytes older than that which no record knows (a
   * process was killed between the two); answers how many files that were.
   */
  dropUnused(before: number): Promise<number>;
  /** Every file, in order of digest. */
  all(): AsyncIterable<CarriedFile>;
  /** Adds a file of another store with what is known of it; done twice is done once. */
  bring(file: IncomingFile, known: CarriedFile): Promise<void>;
  close(): Promise<void>;
}

/** The files are away for the moment, or the disk is full; the same request may be sent again. 503 at the edge. */
export class FilesUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FilesUnavailable';
  }
}

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
