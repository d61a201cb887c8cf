import { hash, randomBytes } from 'node:crypto';
import type { OneTimeLink } from '../sessions/account.js';

const hour = 3_600_000;
const lasts: Readonly<Record<OneTimeLink['purpose'], number>> = { invitation: 7 * 24 * hour, reset: 24 * hour };

/** A link as it is told, once; what is kept is its digest. */
export interface MadeLink {
  readonly token: string;
  readonly kept: OneTimeLink;
}

export const digestOfLink = (token: string): string => hash('sha256', token, 'base64url');

export const makeLink = (purpose: OneTimeLink['purpose'], now = Date.now()): MadeLink => {
  const token = randomBytes(32).toString('base64url');
  return { token, kept: { digest: digestOfLink(token), purpose, until: now + lasts[purpose] } };
};
