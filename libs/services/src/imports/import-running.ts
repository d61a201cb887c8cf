import type { FastifyInstance } from 'fastify';
import type { StreamName } from '@masar/contracts';
import type { ImportService } from './import-service.js';

/** Marks what is read while an import is writing to it; the value is the import's id. */
export const importRunningHeader = 'x-import-running';

const oneThing = /^\/api\/(?:timelines\/)?(projects|laws|policies|entities)\/([^/?]+)/;
const manyThings = /^\/api\/(projects|laws|policies|portfolio|milestones|export|entities)(?:[/?]|$)/;

/** The import a read should be marked with: the one that touches what it is about; of a list, any that is running. */
export const runningFor = (url: string, imports: Pick<ImportService, 'running' | 'touching'>): string | undefined => {
  const running = imports.running();
  if (running.length === 0) return undefined;
  const [, collection, id] = oneThing.exec(url) ?? [];
  if (collection && id) return imports.touching(`${collection}/${decodeURIComponent(id)}` as StreamName);
  return manyThings.test(url) ? running[0]?.id : undefined;
};

/**
 * "Import running" on what an import touches (definitions §12): reads carry `X-Import-Running` until it is completed. A hook
 * of the server and no interceptor: those would lead every command through a chain of observables. What is refused is not
 * marked: the mark would say of an initiative somebody may not see that it is there.
 */
export const markReads = (server: FastifyInstance, imports: Pick<ImportService, 'running' | 'touching'>): void => {
  server.addHook('onRequest', (request, reply, done) => {
    const id = request.method === 'GET' ? runningFor(request.url, imports) : undefined;
    if (id !== undefined) void reply.header(importRunningHeader, id);
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (reply.statusCode >= 300 && reply.hasHeader(importRunningHeader)) void reply.removeHeader(importRunningHeader);
    done();
  });
};
