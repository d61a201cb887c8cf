import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openPrivateDatabase } from '../../platform/sqlite/private-database.js';
import { type Claimed, type Outcome, type SentBook } from '../sent-book.js';

const table = `
  CREATE TABLE IF NOT EXISTS letters (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, attempt INTEGER NOT NULL, at INTEGER NOT NULL,
    again_at INTEGER, answer TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS letters_by_age ON letters (at);
`;

/** One statement decides: a letter that is new, or refused and due again, is whoever's statement came first. */
const claim = `
  INSERT INTO letters (id, state, attempt, at) VALUES (?, 'claimed', 1, ?)
  ON CONFLICT (id) DO UPDATE SET state = 'claimed', attempt = attempt + 1, at = excluded.at, again_at = NULL
    WHERE state = 'refused' AND again_at <= excluded.at
  RETURNING attempt
`;

/** As if it had not been claimed: whoever comes first may claim it again. */
const release = "UPDATE letters SET state = 'refused', attempt = attempt - 1, again_at = 0, answer = ? WHERE id = ?";

class SqliteSentBook implements SentBook {
  constructor(private readonly database: DatabaseSync) {}

  async claim(id: string, now: number): Promise<Claimed> {
    const claimed = this.database.prepare(claim).get(id, now) as { attempt: number } | undefined;
    if (claimed) return { attempt: claimed.attempt };
    const known = this.database.prepare('SELECT state FROM letters WHERE id = ?').get(id) as { state: string };
    return known.state === 'refused' ? 'later' : 'over';
  }

  async settle(id: string, outcome: Outcome, againAt?: number): Promise<void> {
    const state = outcome.state === 'refused' && againAt === undefined ? 'given-up' : outcome.state;
    const answer = 'answer' in outcome ? outcome.answer.slice(0, 500) : null;
    if (state === 'unreached') return void this.database.prepare(release).run(answer, id);
    this.database
      .prepare('UPDATE letters SET state = ?, again_at = ?, answer = ? WHERE id = ?')
      .run(state, againAt ?? null, answer, id);
  }

  async forget(before: number): Promise<void> {
    this.database.prepare('DELETE FROM letters WHERE at < ?').run(before);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

/** Opens the file, made when missing and readable by its owner alone. */
export const openSqliteSentBook = (file: string): SentBook => {
  mkdirSync(dirname(file), { recursive: true });
  return new SqliteSentBook(openPrivateDatabase(file, table));
};
