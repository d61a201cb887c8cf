import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Refusal, workbookMedia } from '@masar/contracts';
import { bodyKey } from '../openapi/documented.js';
import { InvalidFields } from '../problems/field-faults.js';
import { sentStream } from './file-stream.js';

/** A file as it was sent: the request's own bytes, or the part `file` of a form. */
export interface SentFile {
  readonly bytes: Buffer;
  readonly filename?: string;
}

const fileSchema = { type: 'string', format: 'binary' } as const;

/** This route takes a file: as the body itself, or as the field `file` of a form. */
export const TakesFile = () =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    SetMetadata(bodyKey, [
      { media: 'application/octet-stream', schema: fileSchema },
      { media: 'text/csv', schema: fileSchema },
      { media: 'application/xml', schema: fileSchema },
      { media: workbookMedia, schema: fileSchema },
      {
        media: 'multipart/form-data',
        schema: { type: 'object', properties: { file: fileSchema }, required: ['file'] },
      },
    ]),
  );

/** The file of a `@TakesFile()` route; undefined when nothing was sent. */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): SentFile | undefined => {
  const body: unknown = context.switchToHttp().getRequest<FastifyRequest>().body;
  return body !== null && typeof body === 'object' && 'bytes' in body ? (body as SentFile) : undefined;
});

const collect = async (payload: AsyncIterable<Buffer>, limit: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    size += chunk.length;
    if (size > limit) throw new Refusal('body/too-large', { limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const fromForm = async (
  request: FastifyRequest,
  payload: IncomingMessage,
  limit: number,
): Promise<SentFile | undefined> => {
  // By its default: what a bundler makes of an older module has no other name.
  const {
    default: { Busboy },
  } = await import('@fastify/busboy');
  return new Promise((resolve, reject) => {
    let found: Promise<SentFile> | undefined;
    const form = new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      // One more than is taken, so that a second file is not lost in silence.
      limits: { files: 2, fields: 20, fileSize: limit + 1 },
    });
    form.on('file', (field, stream, filename) => {
      if (field === 'file' && found) reject(new InvalidFields([{ path: 'file', code: 'field/length', expected: '1' }]));
      if (field !== 'file' || found) return void stream.resume();
      found = collect(stream as AsyncIterable<Buffer>, limit).then((bytes) => ({
        bytes,
        ...(filename ? { filename } : {}),
      }));
      found.catch(reject);
    });
    form.on('finish', () => (found ? found.then(resolve, reject) : resolve(undefined)));
    form.on('error', () => reject(new Refusal('body/malformed')));
    payload.pipe(form);
  });
};

/** May this request send a file at all? Asked before a byte of it is read; of what is `unread` the guard says why. */
export type FileGate = (request: FastifyRequest) => Promise<'read' | 'unread' | 'nobody'>;

/** Bodies other than JSON: read for routes that take a file, for signed-in people, up to `limit` bytes; refused (415) everywhere else. */
export const readFileBodies = (fastify: FastifyInstance, limit: number, gate: FileGate): void => {
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    const { takesFile, takesStream } = request.routeOptions.config as { takesFile?: boolean; takesStream?: boolean };
    if (!takesFile && !takesStream) throw new Refusal('body/unsupported-media');
    const admitted = await gate(request);
    if (admitted === 'nobody') throw new Refusal('session/required');
    if (admitted === 'unread') return undefined;
    if (takesStream) return sentStream(request, payload);
    if (request.headers['content-type']?.startsWith('multipart/form-data')) return fromForm(request, payload, limit);
    return { bytes: await collect(payload, limit) };
  });
};
