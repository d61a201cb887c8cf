/** Where a store stopped being what was written: the first place in order of stream names and versions. */
export interface BrokenPlace {
  readonly stream: string;
  /** Absent when the whole stream, or the file, is meant. */
  readonly version?: number;
  /**
   * `not-json`, `not-canonical`, `hash-mismatch` (a changed byte), `chain` (prevhash of another event), `gap`, `wrong-place`,
   * `columns` (index columns differ from the text); against a seal `cut-tail`, `removed-stream`, `re-hashed`, and
   * `seal-signature`, `seal-digest`, `seal-chain` when the seal itself does not hold; `file` when SQLite finds its file damaged.
   */
  readonly breakage: string;
  readonly detail?: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly streams: number;
  readonly events: number;
  readonly broken?: BrokenPlace;
}

/** A digest over all stream heads, chained to the seal before it and signed with Ed25519. */
export interface Seal {
  readonly format: 'masar-seal@1';
  readonly number: number;
  readonly epoch: string;
  readonly sealedAt: string;
  readonly streams: number;
  readonly events: number;
  /** SHA-256 over the lines `<stream> <version> <hash>`, in order of stream name. */
  readonly digest: string;
  /** SHA-256 of the header before this one; zeros for the first. */
  readonly previous: string;
  /** Ed25519, base64: public key (SPKI) and signature over the header's canonical text without `signature`. */
  readonly publicKey: string;
  readonly signature: string;
  /** What the digest is over, so that a verification can name the stream: `[stream, version, hash]`. */
  readonly heads: readonly (readonly [stream: string, version: number, hash: string])[];
}

export interface SealOptions {
  /** PEM of the private key, made on first use; must lie outside the data folder. Default `<data folder>.keys/seal.pem`. */
  readonly keyFile?: string;
  /** Written as `sealedAt`; default the machine's clock. */
  readonly at?: string;
}

export interface VerifyOptions {
  /** Check against this seal too, or against the one in a file. */
  readonly seal?: Seal | string;
  /** The key the seal must be of (PEM of either half); without it the seal's own key is believed. */
  readonly keyFile?: string;
}

/** What belongs to a store and is no event (accounts): carried by a backup in one file, read by who put it there. */
export interface BesideTruth {
  readonly name: string;
  /** JSON. */
  readonly value: unknown;
  /** The place of one part among many of something long (files): read one by one, never held together. */
  readonly part?: number;
}

export interface BackupOptions {
  /** Signs a seal over what the backup holds, remembered by the store; only stores in MongoDB. */
  readonly keyFile?: string;
  /** Only for stores in MongoDB: a folder's accounts are copied into its file by `services`. */
  readonly beside?: Iterable<BesideTruth> | AsyncIterable<BesideTruth>;
}

export interface RestoreAnswer extends BackupAnswer {
  /** What the backup carried beside the truth, but for parts of what is long (`partsInBackup`). */
  readonly beside: readonly BesideTruth[];
}

export interface BackupAnswer {
  /** What was written: a file or, of a restore into MongoDB, the database. */
  readonly file: string;
  readonly epoch: string;
  readonly streams: number;
  readonly events: number;
}

/** So many commits of so many are in the target. */
export interface ProgressOfCopy {
  readonly commits: number;
  readonly of: number;
}

export interface MigrationOptions {
  readonly onProgress?: (progress: ProgressOfCopy) => void;
}

export interface MigrationAnswer {
  /** Of the target. */
  readonly epoch: string;
  readonly streams: number;
  readonly events: number;
  /** Over the heads of both stores, as a seal's. */
  readonly digest: string;
  /** Commits that this call brought over. */
  readonly copied: number;
  /** Commits that the source got meanwhile: the same call again brings them over, once nobody writes there any more. */
  readonly behind: number;
}
