import type { DatabaseSync } from 'node:sqlite';
import type { StreamName } from '@masar/contracts';
import { openPrivateDatabase } from '../../platform/sqlite/private-database.js';
import type { CarriedFile, FileUse, IncomingFile, KeptFile, Upload } from '../file-store.js';

const tables = `
  CREATE TABLE IF NOT EXISTS files (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, type TEXT NOT NULL, named_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS uploads (sha256 TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (sha256, user)) STRICT;
  CREATE INDEX IF NOT EXISTS uploads_of_user ON uploads (user, at);
  CREATE TABLE IF NOT EXISTS uses (sha256 TEXT NOT NULL, stream TEXT NOT NULL, confirmed INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (sha256, stream)) STRICT;
  CREATE INDEX IF NOT EXISTS uses_unconfirmed ON uses (at) WHERE confirmed = 0;
`;

interface UploadRow extends KeptFile {
  readonly user: string;
  readonly name: string;
  readonly at: number;
}
interface UseRow {
  readonly sha256: string;
  readonly stream: StreamName;
  readonly confirmed: number;
}

const uploadOf = ({ at, ...row }: UploadRow): Upload => ({ ...row, at: new Date(at).toISOString() });
const useOf = ({ confirmed, ...row }: UseRow): FileUse => ({ ...row, confirmed: confirmed === 1 });
const joined = 'uploads.sha256, size, type, user, name, at FROM uploads JOIN files USING (sha256)';

/** What is known of the files of a folder; the bytes lie beside. Readable by its owner alone. */
export class FileTables {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = openPrivateDatabase(file, tables);
  }

  #all<T>(statement: string, ...values: (string | number)[]): readonly T[] {
    return this.#database.prepare(statement).all(...values) as unknown as T[];
  }

  #run(statement: string, ...values: (string | number)[]): number {
    return Number(this.#database.prepare(statement).run(...values).changes);
  }

  #together<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.#database.exec('COMMIT');
      return done;
    } catch (fault) {
      this.#database.exec('ROLLBACK');
      throw fault;
    }
  }

  #keepFile({ sha256, size, type }: KeptFile, now: number): void {
    this.#run(
      'INSERT INTO files VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET named_at = max(named_at, excluded.named_at)',
      sha256,
      size,
      type,
      now,
    );
  }

  #keepUpload(sha256: string, user: string, name: string, at: number): void {
    this.#run(
      'INSERT INTO uploads VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, at = excluded.at',
      sha256,
      user,
      name,
      at,
    );
  }

  keep(file: IncomingFile, { user, name, type }: Pick<Upload, 'user' | 'name' | 'type'>, now: number): void {
    this.#together(() => {
      this.#keepFile({ ...file, type }, now);
      this.#keepUpload(file.sha256, user, name, now);
    });
  }

  bring(known: CarriedFile, now: number): void {
    this.#together(() => {
      this.#keepFile(known, now);
      for (const { user, name, at } of known.uploads) this.#keepUpload(known.sha256, user, name, Date.parse(at));
      for (const stream of known.uses)
        this.#run('INSERT OR IGNORE INTO uses VALUES (?, ?, 1, ?)', known.sha256, stream, now);
    });
  }

  find(sha256: string): KeptFile | undefined {
    return this.#all<KeptFile>('SELECT sha256, size, type FROM files WHERE sha256 = ?', sha256)[0];
  }

  upload(sha256: string, user: string): Upload | undefined {
    const [row] = this.#all<UploadRow>(`SELECT ${joined} WHERE uploads.sha256 = ? AND user = ?`, sha256, user);
    return row && uploadOf(row);
  }

  uploadsOf(user: string, limit: number): readonly Upload[] {
    const wanted = `SELECT ${joined} WHERE user = ? ORDER BY at DESC, uploads.sha256 LIMIT ?`;
    return this.#all<UploadRow>(wanted, user, limit).map(uploadOf);
  }

  uploadedSince(user: string, since: number): number {
    const wanted = 'SELECT count(*) AS count FROM uploads WHERE user = ? AND at >= ?';
    return this.#all<{ count: number }>(wanted, user, since)[0]!.count;
  }

  hold(sha256: string, stream: string, now: number): boolean {
    return this.#together(() => {
      const isThere = this.#run('UPDATE files SET named_at = ? WHERE sha256 = ?', now, sha256) === 1;
      const younger = 'ON CONFLICT DO UPDATE SET at = max(at, excluded.at)';
      if (isThere) this.#run(`INSERT INTO uses VALUES (?, ?, 0, ?) ${younger}`, sha256, stream, now);
      return isThere;
    });
  }

  uses(sha256: string): readonly FileUse[] {
    const wanted = 'SELECT sha256, stream, confirmed FROM uses WHERE sha256 = ? ORDER BY stream';
    return this.#all<UseRow>(wanted, sha256).map(useOf);
  }

  confirm(sha256: string, stream: string): void {
    this.#run('UPDATE uses SET confirmed = 1 WHERE sha256 = ? AND stream = ?', sha256, stream);
  }

  release(sha256: string, stream: string, before: number): void {
    const wanted = 'DELETE FROM uses WHERE sha256 = ? AND stream = ? AND confirmed = 0 AND at < ?';
    this.#run(wanted, sha256, stream, before);
  }

  unconfirmed(before: number, limit: number): readonly FileUse[] {
    const wanted = 'SELECT sha256, stream, confirmed FROM uses WHERE confirmed = 0 AND at < ? ORDER BY at LIMIT ?';
    return this.#all<UseRow>(wanted, before, limit).map(useOf);
  }

  /** Forgets what is unused; the bytes may go once this is on disk. */
  forgetUnused(before: number): readonly string[] {
    const unused = 'named_at < ? AND NOT EXISTS (SELECT 1 FROM uses WHERE uses.sha256 = files.sha256)';
    return this.#together(() => {
      const gone = this.#all<{ sha256: string }>(`DELETE FROM files WHERE ${unused} RETURNING sha256`, before);
      for (const { sha256 } of gone) this.#run('DELETE FROM uploads WHERE sha256 = ?', sha256);
      return gone.map(({ sha256 }) => sha256);
    });
  }

  /** The next after a digest. */
  after(sha256: string): CarriedFile | undefined {
    const wanted = 'SELECT sha256, size, type FROM files WHERE sha256 > ? ORDER BY sha256 LIMIT 1';
    const [file] = this.#all<KeptFile>(wanted, sha256);
    if (!file) return undefined;
    const uploads = this.#all<UploadRow>(
      'SELECT user, name, at FROM uploads WHERE sha256 = ? ORDER BY at',
      file.sha256,
    );
    return {
      ...file,
      uploads: uploads.map(({ user, name, at }) => ({ user, name, at: new Date(at).toISOString() })),
      uses: this.uses(file.sha256).map(({ stream }) => stream),
    };
  }

  close(): void {
    this.#database.close();
  }
}
