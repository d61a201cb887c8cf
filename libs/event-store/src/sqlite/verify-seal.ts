import type { DatabaseSync } from 'node:sqlite';
import type { Seal } from '../maintenance-port.js';
import { publicKeyOf } from '../seal/seal-key.js';
import { digestOfHeads, hashOfSeal, headerOf, isSignedByItsKey, noSealBefore, type SealHead } from '../seal/seal.js';
import { sealsOf } from './seal-store.js';
import { Break } from '../commit/verify-commit.js';

const sealBreak = (number: number, breakage: string, detail: string): Break =>
  new Break({ stream: `seal ${number}`, breakage, detail });

/** The seal itself: signed, by the key that is expected, and its heads those of its digest. */
const checkSeal = (seal: Seal, keyFile: string | undefined): void => {
  const { number } = seal;
  if (!isSignedByItsKey(headerOf(seal))) throw sealBreak(number, 'seal-signature', 'the signature does not fit');
  if (keyFile !== undefined && publicKeyOf(keyFile) !== seal.publicKey)
    throw sealBreak(number, 'seal-signature', 'signed with another key');
  if (digestOfHeads(seal.heads) !== seal.digest)
    throw sealBreak(number, 'seal-digest', 'its heads are not those it was made over');
};

/** What the store remembers of its seals: each names the one before it, and this seal is one of them. */
const checkChain = (database: DatabaseSync, seal: Seal): void => {
  let previous = noSealBefore;
  for (const [index, header] of sealsOf(database).entries()) {
    const number = index + 1;
    if (header.number !== number || header.previous !== previous || !isSignedByItsKey(header))
      throw sealBreak(number, 'seal-chain', 'does not follow the seal before it');
    previous = hashOfSeal(header);
    if (number === seal.number && previous !== hashOfSeal(headerOf(seal)))
      throw sealBreak(number, 'seal-chain', 'the store remembers another seal of this number');
  }
};

const hashAt = (database: DatabaseSync, stream: string, version: number): string | undefined => {
  const row = database
    .prepare('SELECT first, hashes FROM commits WHERE stream = ? AND first <= ? ORDER BY first DESC LIMIT 1')
    .get(stream, version) as { first: number; hashes: string } | undefined;
  return row?.hashes.split('\n')[version - row.first];
};

const checkHead = (database: DatabaseSync, [stream, version, hash]: SealHead): void => {
  const held = hashAt(database, stream, version);
  if (held === hash) return;
  if (held !== undefined)
    throw new Break({
      stream,
      version,
      breakage: 're-hashed',
      detail: `at or before version ${version} it was written anew`,
    });
  const { last } = database.prepare('SELECT max(last) AS last FROM commits WHERE stream = ?').get(stream) as {
    last: number | null;
  };
  if (last === null) throw new Break({ stream, breakage: 'removed-stream', detail: `${version} events were sealed` });
  throw new Break({ stream, version: last + 1, breakage: 'cut-tail', detail: `${version} events were sealed` });
};

/** Throws `Break` where the store no longer holds what was sealed. */
export const verifySeal = (database: DatabaseSync, seal: Seal, keyFile: string | undefined): void => {
  checkSeal(seal, keyFile);
  for (const head of seal.heads) checkHead(database, head);
  checkChain(database, seal);
};
