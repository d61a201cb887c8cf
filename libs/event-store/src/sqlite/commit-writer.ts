import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StreamName } from '@masar/contracts';
import type { StoreClock } from '../clock.js';
import { headOf, summaryOf, type CommitRow } from '../commit/stored-commit.js';
import { headAfter, writeCommit } from '../commit/written-commit.js';
import { BrokenEvent } from '../faults.js';
import type { AppendRequest, StreamHead } from '../port.js';
import type { WriterAnswer, WriterReply, WriterRequest } from './writer-messages.js';

const heldHeads = 50_000;
const constraint = 19;
const isConstraint = (fault: unknown): boolean => ((fault as { errcode?: number }).errcode ?? 0) % 256 === constraint;

/**
 * Appends groups of requests, each group in one transaction. Works in its own thread over a file and in the caller's over
 * memory. Heads of streams are remembered after COMMIT only; the unique indexes are what guards the truth, so that
 * another process on the same file does no harm.
 */
export class CommitWriter {
  private readonly heads = new Map<StreamName, StreamHead>();
  private touched = new Map<StreamName, StreamHead>();
  private readonly insert: StatementSync;
  private readonly byCommand: StatementSync;
  private readonly byStream: StatementSync;
  private readonly putSnapshot: StatementSync;

  constructor(
    private readonly database: DatabaseSync,
    private clock: StoreClock,
  ) {
    this.insert = database.prepare(
      'INSERT INTO commits (stream, first, last, command_id, recorded_at, known_at, hashes, texts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.byCommand = database.prepare('SELECT * FROM commits WHERE stream = ? AND command_id = ?');
    this.byStream = database.prepare(
      'SELECT last, hashes, recorded_at, known_at FROM commits WHERE stream = ? ORDER BY first DESC LIMIT 1',
    );
    this.putSnapshot = database.prepare(
      'INSERT INTO snapshots (stream, decider, version, state) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state',
    );
  }

  /** All of the group or, when the disk says no, nothing of it. */
  write(group: readonly WriterRequest[]): WriterReply {
    this.touched = new Map();
    try {
      this.database.exec('BEGIN IMMEDIATE');
      const answers = group.map((request) => this.one(request));
      this.database.exec('COMMIT');
      this.remember();
      return { answers };
    } catch (fault) {
      this.undo();
      return { unavailable: fault instanceof Error ? fault.message : String(fault) };
    }
  }

  private undo(): void {
    // What was read may rest on pages that the fault threw away: start again from the file.
    this.heads.clear();
    if (!this.database.isTransaction) return;
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself already
    }
  }

  private remember(): void {
    if (this.heads.size > heldHeads) this.heads.clear();
    for (const [stream, head] of this.touched) this.heads.set(stream, head);
  }

  private one(request: WriterRequest): WriterAnswer {
    if (request.kind === 'append') return this.append(request.append);
    if (request.kind === 'clock') this.clock = request.clock;
    else this.putSnapshot.run(request.stream, request.decider, request.version, request.state);
    return { outcome: 'done' };
  }

  private append(request: AppendRequest): WriterAnswer {
    const { stream, expectedVersion, meta } = request;
    const remembered = this.touched.get(stream) ?? this.heads.get(stream);
    const head =
      (remembered?.version ?? 0) === expectedVersion && remembered !== undefined ? remembered : this.readHead(stream);
    if ((head?.version ?? 0) !== expectedVersion) return this.refused(request, { outcome: 'conflict', head });
    if (head !== undefined && meta.knownAt !== undefined && meta.knownAt < head.knownAt)
      return this.refused(request, { outcome: 'older-than-known', head });
    return this.commit(request, head);
  }

  private commit(request: AppendRequest, head: StreamHead | undefined): WriterAnswer {
    const { stream, expectedVersion, events, meta } = request;
    const written = this.written(request, head);
    if ('outcome' in written) return written;
    const { texts, ...answer } = written;
    const { recordedAt, knownAt, hashes } = answer;
    const last = expectedVersion + events.length;
    try {
      this.insert.run(
        stream,
        expectedVersion + 1,
        last,
        meta.commandId,
        recordedAt,
        knownAt,
        hashes.join('\n'),
        texts.join('\n'),
      );
    } catch (fault) {
      if (!isConstraint(fault)) throw fault;
      return this.refused(request, { outcome: 'conflict', head: this.readHead(stream) });
    }
    this.touched.set(stream, headAfter(last, answer));
    return { outcome: 'committed', ...answer };
  }

  private written(request: AppendRequest, head: StreamHead | undefined) {
    try {
      return writeCommit(request, head, this.clock);
    } catch (fault) {
      return { outcome: 'invalid', message: fault instanceof Error ? fault.message : String(fault) } as const;
    }
  }

  /** A resend is told so before anything else is said about it. */
  private refused({ stream, meta }: AppendRequest, otherwise: WriterAnswer): WriterAnswer {
    const row = this.byCommand.get(stream, meta.commandId) as CommitRow | undefined;
    if (row === undefined) return otherwise;
    try {
      return { outcome: 'duplicate', commit: summaryOf(row) };
    } catch (fault) {
      if (fault instanceof BrokenEvent) return { outcome: 'broken', position: fault.position, message: fault.breakage };
      throw fault;
    }
  }

  private readHead(stream: StreamName): StreamHead | undefined {
    const row = this.byStream.get(stream) as CommitRow | undefined;
    return row && headOf(row);
  }
}
