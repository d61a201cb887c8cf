import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls, tellNews } from '../../reporting/runtime/thread-calls.js';
import type { AuditEntry, AuditFilter } from '../audit-entry.js';
import { openSqliteAuditRecords } from './sqlite-audit-records.js';

/** The one thread that writes and reads the audit of a folder: its disk keeps nobody else waiting. */
const port = parentPort!;
const records = openSqliteAuditRecords((workerData as { readonly file: string }).file);

serveCalls(port, {
  append: (entries: readonly AuditEntry[]) => records.append(entries),
  page: ({ filter, before, limit }: { filter: AuditFilter; before?: string; limit: number }) =>
    records.page(filter, before, limit),
  drop: (before: string) => records.drop(before),
  stop: async () => {
    await records.close();
    setImmediate(() => port.close());
  },
});
tellNews(port, { ready: true });
