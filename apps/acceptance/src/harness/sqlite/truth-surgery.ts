import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hashOf, rehashed, textAfter } from '../recorded-text.js';

interface Row {
  readonly seq: number;
  readonly first: number;
  readonly last: number;
  readonly hashes: string;
  readonly texts: string;
  readonly recorded_at: string;
}

/** Lays hands on the truth of a stopped system, as an intruder or a broken disk would. */
export class TruthSurgery {
  private readonly database: DatabaseSync;

  constructor(dataFolder: string) {
    this.database = new DatabaseSync(join(dataFolder, 'truth.db'));
  }

  private rowsOf(stream: string): readonly Row[] {
    const sql = 'SELECT seq, first, last, hashes, texts, recorded_at FROM commits WHERE stream = ? ORDER BY first';
    return this.database.prepare(sql).all(stream) as unknown as readonly Row[];
  }

  /** Changes words inside the recorded texts of a stream, hashes left as they were. */
  changeWords(stream: string, from: string, to: string): number {
    return Number(
      this.database.prepare('UPDATE commits SET texts = replace(texts, ?, ?) WHERE stream = ?').run(from, to, stream)
        .changes,
    );
  }

  /** Changes words and writes every hash of the stream anew, so that only a seal can tell. */
  rehash(stream: string, from: string, to: string): void {
    const rows = this.rowsOf(stream);
    const written = rehashed(
      rows.map(({ texts }) => texts),
      (text) => text.replaceAll(from, to),
    );
    for (const [index, { texts, hashes }] of written.entries())
      this.database
        .prepare('UPDATE commits SET texts = ?, hashes = ? WHERE seq = ?')
        .run(texts, hashes, rows[index]!.seq);
  }

  /** Appends one event with a right hash chain whatever its data say. */
  append(stream: string, type: string, data: Record<string, unknown>): void {
    const last = this.rowsOf(stream).at(-1);
    if (!last) throw new Error(`${stream} is not there`);
    const { text, version, commandId } = textAfter(last, type, data);
    const { seq } = this.database.prepare('SELECT max(seq) AS seq FROM commits').get() as { seq: number };
    const insert = `INSERT INTO commits (seq, stream, first, last, command_id, recorded_at, known_at, hashes, texts)
      SELECT ?, stream, ?, ?, ?, recorded_at, known_at, ?, ? FROM commits WHERE seq = ?`;
    this.database.prepare(insert).run(seq + 1, version, version, commandId, hashOf(text), text, last.seq);
  }

  cutTail(stream: string): void {
    const last = this.rowsOf(stream).at(-1);
    if (last) this.database.prepare('DELETE FROM commits WHERE seq = ?').run(last.seq);
  }

  removeStream(stream: string): void {
    this.database.prepare('DELETE FROM commits WHERE stream = ?').run(stream);
  }

  close(): void {
    this.database.close();
  }
}
