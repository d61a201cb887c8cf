import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Seal } from '../maintenance-port.js';
import { publicKeyOf } from './seal-key.js';

export type SealHead = Seal['heads'][number];
/** A seal without its heads: what is signed, chained and remembered in the store. */
export type SealHeader = Omit<Seal, 'heads'>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
export const noSealBefore = '0'.repeat(64);

/** Over the lines `<stream> <version> <hash>`, in order of stream name. */
export const digestOfHeads = (heads: readonly SealHead[]): string =>
  sha256(heads.map(([stream, version, hash]) => `${stream} ${version} ${hash}\n`).join(''));

const signedText = ({ signature: _signature, ...header }: SealHeader): Buffer =>
  Buffer.from(canonicalize(header)!, 'utf8');

export const headerOf = ({ heads: _heads, ...header }: Seal): SealHeader => header;

/** What the next seal names as `previous`. */
export const hashOfSeal = (header: SealHeader): string => sha256(canonicalize(header)!);

export const signSeal = (header: Omit<SealHeader, 'signature' | 'publicKey'>, key: KeyObject): SealHeader => {
  const unsigned = { ...header, publicKey: publicKeyOf(key), signature: '' };
  return { ...unsigned, signature: sign(null, signedText(unsigned), key).toString('base64') };
};

/** Whether a seal is what its own key signed. */
export const isSignedByItsKey = (header: SealHeader): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(header.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signedText(header), key, Buffer.from(header.signature, 'base64'));
  } catch {
    return false;
  }
};
