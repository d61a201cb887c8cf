import { createHash } from 'node:crypto';
import { idPattern } from '@masar/contracts';

const valid = new RegExp(idPattern);

/** SHA-256 in hexadecimal. */
export const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\u0000');
  return hash.digest('hex');
};

/** Lower case letters, digits and dashes of a name; empty when it has none (Arabic names). */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const fitted = (prefix: string, readable: string, exact: string): string => {
  const tail = digestOf(exact).slice(0, 12);
  const room = 64 - prefix.length - tail.length - 2;
  const kept = slugOf(readable).slice(0, Math.max(room, 0)).replace(/-+$/, '');
  return [prefix, kept, tail].filter((part) => part !== '').join('-');
};

/** The initiative's own id, derived from where it is identified: `gmpp-MOD_0106_1617-Q1`; what does not fit an id gets a digest. Always the same. */
export const initiativeIdOf = (system: string, sourceId: string): string => {
  const plain = `${system}-${sourceId}`;
  return valid.test(plain) ? plain : fitted(system, sourceId, sourceId);
};

/** The entity id of a body a source names. Letter case and punctuation play no part (`DfT`, `DFT`). */
export const bodyIdOf = (prefix: string, name: string): string => {
  const plain = `${prefix}-${slugOf(name)}`;
  return slugOf(name) !== '' && valid.test(plain) ? plain : fitted(prefix, name, name.trim());
};

/** Id of a row whose source has none: `<snapshot>-<digest of name and department>` (definitions §12). Joined to no other snapshot. */
export const snapshotIdOf = (snapshot: string, ...identifying: readonly string[]): string =>
  `${snapshot}-${digestOf(...identifying).slice(0, 16)}`;
export const isSnapshotId = (sourceId: string): boolean => /^\d{4}-\d{2}-\d{2}-[0-9a-f]{16}$/.test(sourceId);
