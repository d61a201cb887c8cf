import { Break } from '../commit/verify-commit.js';
import type { Seal } from '../maintenance-port.js';
import { publicKeyOf } from './seal-key.js';
import {
  digestOfHeads,
  hashOfSeal,
  headerOf,
  isSignedByItsKey,
  noSealBefore,
  type SealHead,
  type SealHeader,
} from './seal.js';

const sealBreak = (number: number, breakage: string, detail: string): Break =>
  new Break({ stream: `seal ${number}`, breakage, detail });

/** The seal itself: signed, by the key that is expected, and its heads those of its digest. */
export const checkSeal = (seal: Seal, keyFile: string | undefined): void => {
  const { number } = seal;
  if (!isSignedByItsKey(headerOf(seal))) throw sealBreak(number, 'seal-signature', 'the signature does not fit');
  if (keyFile !== undefined && publicKeyOf(keyFile) !== seal.publicKey)
    throw sealBreak(number, 'seal-signature', 'signed with another key');
  if (digestOfHeads(seal.heads) !== seal.digest)
    throw sealBreak(number, 'seal-digest', 'its heads are not those it was made over');
};

/** What a store remembers of its seals: each names the one before it, and this seal is one of them. Throws `Break`. */
export const checkSealChain = (remembered: readonly SealHeader[], seal: Seal): void => {
  let previous = noSealBefore;
  for (const [index, header] of remembered.entries()) {
    const number = index + 1;
    if (header.number !== number || header.previous !== previous || !isSignedByItsKey(header))
      throw sealBreak(number, 'seal-chain', 'does not follow the seal before it');
    previous = hashOfSeal(header);
    if (number === seal.number && previous !== hashOfSeal(headerOf(seal)))
      throw sealBreak(number, 'seal-chain', 'the store remembers another seal of this number');
  }
};

/** A sealed head against what the store holds of its stream now: the hash at its version, and where it ends. Throws `Break`. */
export const checkHead = (
  [stream, version, hash]: SealHead,
  held: string | undefined,
  last: number | undefined,
): void => {
  if (held === hash) return;
  if (held !== undefined)
    throw new Break({
      stream,
      version,
      breakage: 're-hashed',
      detail: `at or before version ${version} it was written anew`,
    });
  if (last === undefined)
    throw new Break({ stream, breakage: 'removed-stream', detail: `${version} events were sealed` });
  throw new Break({ stream, version: last + 1, breakage: 'cut-tail', detail: `${version} events were sealed` });
};
