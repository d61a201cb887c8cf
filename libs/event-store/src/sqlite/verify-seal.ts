import type { DatabaseSync } from 'node:sqlite';
import type { Seal } from '../maintenance-port.js';
import { checkHead, checkSeal, checkSealChain } from '../seal/check-seal.js';
import { sealsOf } from './seal-store.js';

const hashAt = (database: DatabaseSync, stream: string, version: number): string | undefined => {
  const row = database
    .prepare('SELECT first, hashes FROM commits WHERE stream = ? AND first <= ? ORDER BY first DESC LIMIT 1')
    .get(stream, version) as { first: number; hashes: string } | undefined;
  return row?.hashes.split('\n')[version - row.first];
};

const lastOf = (database: DatabaseSync, stream: string): number | undefined => {
  const { last } = database.prepare('SELECT max(last) AS last FROM commits WHERE stream = ?').get(stream) as {
    last: number | null;
  };
  return last ?? undefined;
};

/** Throws `Break` where the store no longer holds what was sealed. */
export const verifySeal = (database: DatabaseSync, seal: Seal, keyFile: string | undefined): void => {
  checkSeal(seal, keyFile);
  for (const head of seal.heads) {
    const held = hashAt(database, head[0], head[1]);
    checkHead(head, held, held === undefined ? lastOf(database, head[0]) : undefined);
  }
  checkSealChain(sealsOf(database), seal);
};
