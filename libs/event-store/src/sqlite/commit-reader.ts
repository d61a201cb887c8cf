import { deserialize } from 'node:v8';
import type { DatabaseSync } from 'node:sqlite';
import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { CommitSummary, StreamHead } from '../port.js';
import { eventsOf } from '../commit/commit-events.js';
import { headOf, summaryOf, type CommitRow } from '../commit/stored-commit.js';

const columns = 'seq, stream, first, last, command_id, recorded_at, known_at, hashes, texts';
/** The first name after every name that begins with a prefix. */
const afterPrefix = (prefix: string): string => prefix + '\u{10FFFF}';

const statements = (database: DatabaseSync) => ({
  find: database.prepare(`SELECT ${columns} FROM commits WHERE stream = ? AND command_id = ?`),
  head: database.prepare(
    'SELECT last, hashes, recorded_at, known_at FROM commits WHERE stream = ? ORDER BY first DESC LIMIT 1',
  ),
  // A commit may begin before the version asked for: start with the one that holds it.
  read: database.prepare(
    `SELECT ${columns} FROM commits WHERE stream = :stream AND first >= coalesce(
       (SELECT max(first) FROM commits WHERE stream = :stream AND first <= :after + 1), 0) ORDER BY first LIMIT :limit`,
  ),
  streams: database.prepare(
    'SELECT stream FROM commits WHERE first = 1 AND stream > ? AND stream >= ? AND stream < ? ORDER BY stream LIMIT ?',
  ),
  log: database.prepare(`SELECT ${columns} FROM commits WHERE seq > ? ORDER BY seq LIMIT ?`),
  end: database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commits'),
  meta: database.prepare('SELECT value FROM meta WHERE name = ?'),
  snapshot: database.prepare('SELECT version, state FROM snapshots WHERE stream = ? AND decider = ?'),
});

/** Every question a store or a log asks of the commit table, on a connection of its own. Point look-ups and bounded pages only. */
export class CommitReader {
  private readonly ask: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.ask = statements(database);
  }

  find(stream: StreamName, commandId: string): CommitSummary | undefined {
    const row = this.ask.find.get(stream, commandId) as CommitRow | undefined;
    return row && summaryOf(row);
  }

  head(stream: StreamName): StreamHead | undefined {
    const row = this.ask.head.get(stream) as CommitRow | undefined;
    return row && headOf(row);
  }

  /** Events with version > `after`, at most `limit`. Throws `BrokenEvent` at the first that cannot be believed. */
  read(stream: StreamName, after: number, limit: number): AnyRecordedEvent[] {
    const events: AnyRecordedEvent[] = [];
    for (const commit of this.commitsOf(stream, after, limit)) {
      events.push(...eventsOf(commit).slice(Math.max(0, after + 1 - commit.first)));
      if (events.length >= limit) break;
    }
    return events.slice(0, limit);
  }

  /** Commits of a stream from the one that holds version `after` + 1 on. */
  commitsOf(stream: StreamName, after: number, limit: number): Iterable<CommitRow> {
    const parameters = { ':stream': stream, ':after': after, ':limit': limit };
    return this.ask.read.iterate(parameters) as unknown as Iterable<CommitRow>;
  }

  streams(prefix: string, after: string, limit: number): StreamName[] {
    const rows = this.ask.streams.all(after, prefix, afterPrefix(prefix), limit) as { stream: StreamName }[];
    return rows.map((row) => row.stream);
  }

  /** Commits in order of insertion, after a place in that order. */
  commits(after: number, limit: number): Iterable<CommitRow> {
    return this.ask.log.iterate(after, limit) as unknown as Iterable<CommitRow>;
  }

  end(): number {
    return (this.ask.end.get() as { seq: number }).seq;
  }

  epoch(): string {
    return (this.ask.meta.get('epoch') as { value: string }).value;
  }

  /** `undefined` also when the state cannot be read any more: snapshots are disposable. */
  snapshot(stream: StreamName, decider: string): { version: number; state: unknown } | undefined {
    const row = this.ask.snapshot.get(stream, decider) as { version: number; state: Uint8Array } | undefined;
    if (row === undefined) return undefined;
    try {
      return { version: row.version, state: deserialize(row.state) };
    } catch {
      return undefined;
    }
  }
}
