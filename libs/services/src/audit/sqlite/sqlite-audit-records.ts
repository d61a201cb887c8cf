import { openPrivateDatabase } from '../../platform/sqlite/private-database.js';
import type { AuditEntry, AuditFilter, AuditRecords } from '../audit-entry.js';

const tables = `
  CREATE TABLE IF NOT EXISTS audit (id TEXT PRIMARY KEY, at TEXT NOT NULL, user TEXT, action TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL, entry TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS audit_of_user ON audit (user, id);
  CREATE INDEX IF NOT EXISTS audit_of_subject ON audit (subject, id);
  CREATE INDEX IF NOT EXISTS audit_of_action ON audit (action, id);
  CREATE INDEX IF NOT EXISTS audit_of_outcome ON audit (outcome, id);
  CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is not changed'); END;
`;

type Value = string | number;

/** What follows every text that begins so. */
const afterAll = (beginning: string): string => `${beginning}\u{10ffff}`;

const conditionsOf = (filter: AuditFilter, before: string | undefined): readonly (readonly [string, ...Value[]])[] => {
  const { user, action, subject, outcome, since, until } = filter;
  return [
    ...(user === undefined ? [] : [['user = ?', user] as const]),
    ...(action === undefined ? [] : [['action = ?', action] as const]),
    ...(subject === undefined ? [] : [['subject >= ? AND subject < ?', subject, afterAll(subject)] as const]),
    ...(outcome === undefined ? [] : [['outcome = ?', outcome] as const]),
    ...(since === undefined ? [] : [['id >= ?', since] as const]),
    ...(until === undefined ? [] : [['id < ?', until] as const]),
    ...(before === undefined ? [] : [['id < ?', before] as const]),
  ];
};

/** The audit of a data folder, readable by its owner alone. Synchronous: for a thread of its own, or a store in memory. */
export const openSqliteAuditRecords = (file: string): AuditRecords => {
  const database = openPrivateDatabase(file, tables);
  const insert = database.prepare('INSERT OR IGNORE INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)');
  return {
    append: async (entries) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const entry of entries) {
          const { id, at, user = null, action, subject, outcome } = entry;
          insert.run(id, at, user, action, subject, outcome, JSON.stringify(entry));
        }
        database.exec('COMMIT');
      } catch (fault) {
        database.exec('ROLLBACK');
        throw fault;
      }
    },
    page: async (filter, before, limit) => {
      const conditions = conditionsOf(filter, before);
      const where = conditions.map(([text]) => text).join(' AND ') || 'TRUE';
      const values = conditions.flatMap(([, ...given]) => given);
      const wanted = `SELECT entry FROM audit WHERE ${where} ORDER BY id DESC LIMIT ?`;
      const rows = database.prepare(wanted).all(...values, limit) as unknown as { readonly entry: string }[];
      return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
    },
    drop: async (before) => Number(database.prepare('DELETE FROM audit WHERE id < ?').run(before).changes),
    close: async () => database.close(),
  };
};
