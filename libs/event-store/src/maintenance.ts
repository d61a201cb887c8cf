import { UnknownAdapter } from './faults.js';
import type { MaintenanceWork } from './sqlite/maintenance-thread.js';
import { readSeal } from './seal/seal-file.js';

export { readSeal, writeSeal } from './seal/seal-file.js';

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

const perform = async <T>(url: string, work: MaintenanceWork): Promise<T> => {
  for (const one of [url, ...('to' in work ? [work.to] : [])])
    if (!one.startsWith('sqlite:')) throw new UnknownAdapter(one, ['sqlite:<path>'], ['mongodb', 'mongodb+srv']);
  const { performApart } = await import('./sqlite/maintenance-client.js');
  return performApart<T>(work);
};

export interface SealOptions {
  /** PEM of the private key, made on first use; must lie outside the data folder. Default `<data folder>.keys/seal.pem`. */
  readonly keyFile?: string;
  /** Written as `sealedAt`; default the machine's clock. */
  readonly at?: string;
}

/** Seals a store as it stands; works beside a running server. Remembered in the store for the next one to chain to. */
export const sealStore = (url: string, options: SealOptions = {}): Promise<Seal> =>
  perform(url, { work: 'seal', url, options });

export interface VerifyOptions {
  /** Check against this seal too, or against the one in a file. */
  readonly seal?: Seal | string;
  /** The key the seal must be of (PEM of either half); without it the seal's own key is believed. */
  readonly keyFile?: string;
}

/** Reads every event of a store and names the first that is not what was written. Works beside a running server. */
export const verifyStore = async (url: string, { seal, keyFile }: VerifyOptions = {}): Promise<Verification> => {
  const against = typeof seal === 'string' ? await readSeal(seal) : seal;
  return perform(url, {
    work: 'verify',
    url,
    ...(against === undefined ? {} : { seal: against }),
    ...(keyFile === undefined ? {} : { keyFile }),
  });
};

export interface BackupAnswer {
  readonly file: string;
  readonly epoch: string;
  readonly streams: number;
  readonly events: number;
}

/** Copies a store while it runs, to a new file, verified before it is called a backup. Rejects when the file exists. */
export const backupStore = (url: string, file: string): Promise<BackupAnswer> =>
  perform(url, { work: 'backup', url, file });

/**
 * Puts a backup in the place of a store, under the folder's lock and with a new epoch, so that consumers start empty. The
 * store that was there is kept beside it as `<file>.before-<its epoch>`. Rejects with a broken backup, nothing changed.
 */
export const restoreStore = (file: string, url: string): Promise<BackupAnswer> =>
  perform(url, { work: 'restore', url, file });

/** Copies every commit, text for text, into an empty store; the chain stays as it was, the epoch is the new store's own. */
export const migrateStore = (from: string, to: string): Promise<BackupAnswer> =>
  perform(from, { work: 'migrate', from, to });
