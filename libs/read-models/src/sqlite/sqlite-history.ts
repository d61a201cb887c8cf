import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { History, HistoryRead, Inserted, VersionSpan } from '../history.js';
import { placeInHistory, type Neighbour } from '../place-in-history.js';
import type { Access } from './access.js';
import type { ViewsConnection } from './views-connection.js';

const neighbours = 'SELECT version, hash, prevhash FROM history WHERE stream = ? AND version BETWEEN ? AND ?';
const insertEvent = 'INSERT INTO history (stream, version, hash, prevhash, known_at, event) VALUES (?, ?, ?, ?, ?, ?)';
/** Walks from name to name along the primary key instead of over every event. */
const streamNames = `
  WITH RECURSIVE names (stream) AS (
    SELECT min(stream) FROM history WHERE stream > :after AND stream >= :prefix AND stream < :beyond
    UNION ALL
    SELECT (SELECT min(stream) FROM history WHERE stream > names.stream AND stream < :beyond) FROM names WHERE stream IS NOT NULL
  )
  SELECT stream FROM names WHERE stream IS NOT NULL LIMIT :limit`;
const place = `
  INSERT INTO groups (name, offset) VALUES (?, ?) ON CONFLICT DO UPDATE SET offset = excluded.offset`;

export class SqliteHistory implements History {
  constructor(private readonly access: Access) {}

  insert(group: string, events: readonly AnyRecordedEvent[], offset?: number): Promise<readonly Inserted[]> {
    return this.access.write((connection) => {
      const inserted = events.map((event) => this.insertOne(connection, event));
      if (offset !== undefined) connection.prepare(place).run(group, offset);
      return inserted;
    });
  }

  async read(
    stream: StreamName,
    { after = 0, knownBefore, limit = 500 }: HistoryRead = {},
  ): Promise<readonly AnyRecordedEvent[]> {
    return this.access.read((connection) => {
      const rows = connection
        .prepare('SELECT known_at, event FROM history WHERE stream = ? AND version > ? ORDER BY version LIMIT ?')
        .iterate(stream, after, limit) as Iterable<{ known_at: string; event: string }>;
      const events: AnyRecordedEvent[] = [];
      for (const row of rows) {
        if (knownBefore !== undefined && row.known_at >= knownBefore) break;
        events.push(JSON.parse(row.event) as AnyRecordedEvent);
      }
      return events;
    });
  }

  async readSpans(spans: readonly VersionSpan[]): Promise<readonly (readonly AnyRecordedEvent[])[]> {
    return this.access.read((connection) => {
      const span = connection.prepare(
        'SELECT event FROM history WHERE stream = ? AND version BETWEEN ? AND ? ORDER BY version',
      );
      return spans.map(({ stream, from, to }) =>
        (span.all(stream, from, to) as { event: string }[]).map(({ event }) => JSON.parse(event) as AnyRecordedEvent),
      );
    });
  }

  async streams(prefix: string, after = '', limit = 500): Promise<readonly StreamName[]> {
    const bounds = { ':after': after, ':prefix': prefix, ':beyond': prefix + '\u{10FFFF}', ':limit': limit };
    return this.access.read((connection) =>
      (connection.prepare(streamNames).all(bounds) as { stream: StreamName }[]).map((row) => row.stream),
    );
  }

  async offset(group: string): Promise<number> {
    return this.access.read((connection) => (groupOf(connection, group)?.offset as number | undefined) ?? 0);
  }

  async moveOffset(group: string, offset: number): Promise<void> {
    await this.access.write((connection) => connection.prepare(place).run(group, offset));
  }

  async epoch(group: string): Promise<string | undefined> {
    return this.access.read(
      (connection) => (groupOf(connection, group)?.epoch as string | null | undefined) ?? undefined,
    );
  }

  async startEpoch(group: string, epoch: string): Promise<void> {
    await this.access.write((connection) => {
      connection.database.exec('DELETE FROM history; UPDATE groups SET offset = 0');
      connection
        .prepare(
          'INSERT INTO groups (name, offset, epoch) VALUES (?, 0, ?) ON CONFLICT DO UPDATE SET epoch = excluded.epoch',
        )
        .run(group, epoch);
    });
  }

  async forget(stream: StreamName): Promise<void> {
    await this.access.write((connection) => connection.prepare('DELETE FROM history WHERE stream = ?').run(stream));
  }

  close(): Promise<void> {
    return this.access.close();
  }

  private insertOne(connection: ViewsConnection, event: AnyRecordedEvent): Inserted {
    const { stream, version, hash, prevhash, knownAt } = event;
    const around = connection.prepare(neighbours).all(stream, version - 1, version + 1) as unknown as Neighbour[];
    const inserted = placeInHistory(event, (place) => around.find((neighbour) => neighbour.version === place));
    if (inserted === 'new')
      connection.prepare(insertEvent).run(stream, version, hash, prevhash, knownAt, JSON.stringify(event));
    return inserted;
  }
}

const groupOf = (connection: ViewsConnection, group: string) =>
  connection.prepare('SELECT offset, epoch FROM groups WHERE name = ?').get(group);
