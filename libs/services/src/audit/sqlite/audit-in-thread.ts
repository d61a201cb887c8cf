import { scriptBeside } from '../../reporting/runtime/thread.js';
import { KeptThread } from '../../reporting/runtime/thread-kept-alive.js';
import { AuditUnavailable, type AuditEntry, type AuditRecords } from '../audit-entry.js';

const heap = { heapMegabytes: 64, youngMegabytes: 4 };

/**
 * The audit of a file in a thread of its own, which is started again when it ends by itself: `onEnded` hears of that. Resolves
 * when it is open.
 */
export const openAuditInThread = async (file: string, onEnded: (fault: Error) => void): Promise<AuditRecords> => {
  const script = scriptBeside(import.meta.url, 'audit-thread');
  const thread = new KeptThread({ name: 'audit-thread', script, data: { file }, ...heap }, () => undefined, onEnded);
  try {
    await thread.ready;
  } catch (fault) {
    await thread.stop();
    throw fault;
  }
  const asked = <T>(name: string, argument: unknown): Promise<T> =>
    thread.caller.call<T>(name, argument).catch((fault: unknown) => {
      throw new AuditUnavailable(String(fault), { cause: fault });
    });
  return {
    append: (entries) => asked('append', entries),
    page: (filter, before, limit) => asked<readonly AuditEntry[]>('page', { filter, before, limit }),
    drop: (before) => asked<number>('drop', before),
    close: () => thread.stop(),
  };
};
