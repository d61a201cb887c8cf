import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rememberedMs, type Claimed, type Outcome, type SentBook } from '../sent-book.js';

const table = `
  PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS letters (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, attempt INTEGER NOT NULL, at INTEGER NOT NULL,
    again_at INTEGER, answer TEXT
  ) STRICT;
`;

/** One statement decides: a letter that is new, or refused and due again, is whoever's statement came first. */
const claim = `
  INSERT INTO letters (id, state, attempt, at) VALUES (?, 'claimed', 1, ?)
  ON CONFLICT (id) DO UPDATE SET state = 'claimed', attempt = attempt + 1, at = excluded.at, again_at = NULL
    WHERE state = 'refused' AND again_at <= excluded.at
  RETURNING attempt
`;

class SqliteSentBook implements SentBook {
  constructor(private readonly database: DatabaseSync) {
    database.exec(table);
    database.prepare('DELETE FROM letters WHERE at < ?').run(Date.now() - rememberedMs);
  }

  async claim(id: string, now: number): Promise<Claimed> {
    const claimed = this.database.prepare(claim).get(id, now) as { attempt: number } | undefined;
    if (claimed) return { attempt: claimed.attempt };
    const known = this.database.prepare('SELECT state FROM letters WHERE id = ?').get(id) as { state: string };
    return known.state === 'refused' ? 'later' : 'over';
  }

  async settle(id: string, outcome: Outcome, againAt?: number): Promise<void> {
    const state = outcome.state === 'refused' && againAt === undefined ? 'given-up' : outcome.state;
    const answer = 'answer' in outcome ? outcome.answer.slice(0, 500) : null;
    this.database
      .prepare('UPDATE letters SET state = ?, again_at = ?, answer = ? WHERE id = ?')
      .run(state, againAt ?? null, answer, id);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

/** Opens the file, made when missing and readable by its owner alone. */
export const openSqliteSentBook = (file: string): SentBook => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  chmodSync(file, 0o600);
  return new SqliteSentBook(database);
};
