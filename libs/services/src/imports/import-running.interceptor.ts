import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { StreamName } from '@masar/contracts';
import { ImportService } from './import-service.js';

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

/** "Import running" on what an import touches (definitions §12): reads carry `X-Import-Running` until it is completed. */
@Injectable()
export class ImportRunningInterceptor implements NestInterceptor {
  constructor(@Inject(ImportService) private readonly imports: ImportService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, url } = http.getRequest<FastifyRequest>();
    const id = method === 'GET' ? runningFor(url, this.imports) : undefined;
    if (id !== undefined) void http.getResponse<FastifyReply>().header(importRunningHeader, id);
    return next.handle();
  }
}
