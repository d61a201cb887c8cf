import { Worker } from 'node:worker_threads';
import { openCaller } from '../../reporting/runtime/thread-calls.js';
import { AuditUnavailable, type AuditEntry, type AuditRecords } from '../audit-entry.js';

const script = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './audit-thread.ts' : './audit-thread.js', import.meta.url);

/** The audit of a file in a thread of its own. Resolves when it is open. */
export const openAuditInThread = async (file: string): Promise<AuditRecords> => {
  const worker = new Worker(script(), {
    workerData: { file },
    name: 'masar audit-thread',
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let isOpen: () => void = () => undefined;
  const caller = openCaller(worker as never, () => isOpen());
  const opened = new Promise<void>((resolve, reject) => {
    isOpen = resolve;
    const failed = (fault: unknown) => {
      reject(fault);
      caller.fail(new AuditUnavailable('the thread of the audit has ended', { cause: fault }));
    };
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('the thread of the audit ended')));
  });
  await opened;
  const asked = <T>(name: string, argument: unknown): Promise<T> =>
    caller.call<T>(name, argument).catch((fault: unknown) => {
      throw fault instanceof AuditUnavailable ? fault : new AuditUnavailable(String(fault), { cause: fault });
    });
  return {
    append: (entries) => asked('append', entries),
    page: (filter, before, limit) => asked<readonly AuditEntry[]>('page', { filter, before, limit }),
    drop: (before) => asked<number>('drop', before),
    close: async () => {
      await caller.call('stop').catch(() => worker.terminate());
      await ended;
    },
  };
};
