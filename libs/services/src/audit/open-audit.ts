import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import type { Platform } from '../platform/index.js';
import type { AuditRecords } from './audit-entry.js';
import { RequestAudit } from './audit-sink.js';
import { AuditWriter } from './audit-writer.js';
import { RestrictedStreams } from './restricted-streams.js';

/** Beside the truth, in a store of its own: the truth's database in a cluster, `audit.db` of a data folder. */
export const openAuditRecords = async ({
  eventStore,
  dataFolder,
}: Pick<Settings, 'eventStore' | 'dataFolder'>): Promise<AuditRecords> => {
  if (/^mongodb(\+srv)?:/.test(eventStore))
    return (await import('./mongo/mongo-audit-records.js')).openMongoAuditRecords(eventStore);
  if (eventStore.startsWith('sqlite::memory:'))
    return (await import('./sqlite/sqlite-audit-records.js')).openSqliteAuditRecords(':memory:');
  mkdirSync(dataFolder, { recursive: true });
  return (await import('./sqlite/audit-in-thread.js')).openAuditInThread(join(dataFolder, 'audit.db'));
};

/** The audit of a process. */
export interface HeldAudit {
  readonly records: AuditRecords;
  readonly writer: AuditWriter;
  readonly sink: RequestAudit;
  close(): Promise<void>;
}

export const holdAudit = async (
  settings: Settings,
  { handler, bus }: Pick<Platform, 'handler' | 'bus'>,
  service: string,
): Promise<HeldAudit> => {
  const records = await openAuditRecords(settings);
  const writer = new AuditWriter(records);
  const sink = new RequestAudit(writer, new RestrictedStreams(handler, bus), service, settings.auditCommands);
  const close = async () => {
    const left = await writer.close();
    if (left > 0) process.stderr.write(`${left} lines of the audit could not be written\n`);
    await records.close();
  };
  return { records, writer, sink, close };
};
