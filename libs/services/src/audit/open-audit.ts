import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import type { Platform } from '../platform/index.js';
import { isSharedTruth } from '../platform/shared-truth.js';
import type { AuditRecords } from './audit-entry.js';
import { RequestAudit } from './audit-sink.js';
import { AuditWriter } from './audit-writer.js';
import { RestrictedStreams } from './restricted-streams.js';

/** Beside the truth, in a store of its own: the truth's database in a cluster, `audit.db` of a data folder. */
const openAuditRecords = async (
  { eventStore, dataFolder }: Settings,
  onEnded: (fault: Error) => void,
): Promise<AuditRecords> => {
  if (isSharedTruth(eventStore))
    return (await import('./mongo/mongo-audit-records.js')).openMongoAuditRecords(eventStore);
  if (eventStore.startsWith('sqlite::memory:'))
    return (await import('./sqlite/sqlite-audit-records.js')).openSqliteAuditRecords(':memory:');
  mkdirSync(dataFolder, { recursive: true });
  return (await import('./sqlite/audit-in-thread.js')).openAuditInThread(join(dataFolder, 'audit.db'), onEnded);
};

/** The audit of a process. */
export interface HeldAudit {
  readonly records: AuditRecords;
  readonly writer: AuditWriter;
  readonly sink: RequestAudit;
  /** Whoever hears that what writes the audit ended by itself and is started again; until somebody does, the terminal. */
  hearFaults(listener: (fault: Error) => void): void;
  close(): Promise<void>;
}

export const holdAudit = async (
  settings: Settings,
  { handler, bus }: Pick<Platform, 'handler' | 'bus'>,
  service: string,
): Promise<HeldAudit> => {
  let hear = (fault: Error): void => void process.stderr.write(`${fault.message}\n`);
  const records = await openAuditRecords(settings, (fault) => hear(fault));
  const writer = new AuditWriter(records);
  const sink = new RequestAudit(writer, new RestrictedStreams(handler, bus), service, settings.auditCommands);
  const close = async () => {
    const left = await writer.close();
    if (left > 0) process.stderr.write(`${left} lines of the audit could not be written\n`);
    await records.close();
  };
  const hearFaults = (listener: (fault: Error) => void) => void (hear = listener);
  return { records, writer, sink, hearFaults, close };
};
