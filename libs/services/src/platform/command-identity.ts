import { hash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256(actor, Idempotency-Key); without a key an id nobody can send again. */
export const commandIdOf = (actor: string, key: string | undefined): string =>
  key === undefined ? randomBytes(32).toString('hex') : sha256(JSON.stringify([actor, key]));

/** Digest of a command as it was sent: its address (or stream and type) and its body, in RFC 8785 form. */
export const digestOf = (address: string, body: unknown): string =>
  sha256(`${address}\n${canonicalize(body ?? {}) ?? ''}`);

/**
 * SHA-256('entailed', position, step), of a command that a recorded fact entails: the same from whichever process, and none that
 * an Idempotency-Key could lead to, which has one part less.
 */
export const entailedIdOf = (position: string, step: string): string =>
  sha256(JSON.stringify(['entailed', position, step]));

const idLength = 12;

/** An id for what a command makes, derived from the command's own id, so that a resend makes the same. `place` tells several in one command apart. */
export const madeId = (prefix: string, commandId: string, place = 0): string =>
  `${prefix}-${(place === 0 ? commandId : sha256(`${commandId}/${place}`)).slice(0, idLength)}`;
