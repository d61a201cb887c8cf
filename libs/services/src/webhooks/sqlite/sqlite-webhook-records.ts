import { openPrivateDatabase } from '../../platform/sqlite/private-database.js';
import type { HeldWebhook, Webhook, WebhookRecords } from '../webhook.js';

const tables = `
  CREATE TABLE IF NOT EXISTS webhooks (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, webhook TEXT NOT NULL) STRICT;
`;

interface Row {
  readonly revision: number;
  readonly webhook: string;
}
const heldOf = ({ revision, webhook }: Row): HeldWebhook => ({ revision, webhook: JSON.parse(webhook) as Webhook });

/** Webhooks of a data folder, readable by its owner alone. */
export const openSqliteWebhookRecords = (file: string): WebhookRecords => {
  const database = openPrivateDatabase(file, tables);
  return {
    add: async (webhook) => {
      database.prepare('INSERT INTO webhooks VALUES (?, 1, ?)').run(webhook.id, JSON.stringify(webhook));
    },
    list: async () => {
      const rows = database.prepare('SELECT revision, webhook FROM webhooks ORDER BY id').all() as unknown as Row[];
      return rows.map(heldOf);
    },
    one: async (id) => {
      const row = database.prepare('SELECT revision, webhook FROM webhooks WHERE id = ?').get(id) as Row | undefined;
      return row && heldOf(row);
    },
    replace: async (webhook, revision) => {
      const change = 'UPDATE webhooks SET webhook = ?, revision = revision + 1 WHERE id = ? AND revision = ?';
      return Number(database.prepare(change).run(JSON.stringify(webhook), webhook.id, revision).changes) === 1;
    },
    remove: async (id) => Number(database.prepare('DELETE FROM webhooks WHERE id = ?').run(id).changes) === 1,
    close: async () => database.close(),
  };
};
