import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Refusal } from '@masar/contracts';
import { bodyKey } from '../openapi/documented.js';

/** A file on its way: nothing of it is read before somebody does. */
export interface SentStream {
  readonly stream: Readable;
  readonly filename?: string;
}

const fileSchema = { type: 'string', format: 'binary' } as const;

/** This route reads a file as it comes: the body itself, or the field `file` of a form. */
export const TakesStream = () =>
  applyDecorators(
    RouteConfig({ takesStream: true }),
    SetMetadata(bodyKey, [
      { media: 'application/octet-stream', schema: fileSchema },
      {
        media: 'multipart/form-data',
        schema: { type: 'object', properties: { file: fileSchema }, required: ['file'] },
      },
    ]),
  );

/** The file of a `@TakesStream()` route; undefined when nothing was sent, or JSON. */
export const StreamBody = createParamDecorator((_: unknown, context: ExecutionContext): SentStream | undefined => {
  const body: unknown = context.switchToHttp().getRequest<FastifyRequest>().body;
  return body !== null && typeof body === 'object' && 'stream' in body ? (body as SentStream) : undefined;
});

/** The first field `file` of a form, while the rest is still coming; a connection that ends ends the file with a fault. */
const fromForm = async (request: FastifyRequest, payload: IncomingMessage): Promise<SentStream | undefined> => {
  const {
    default: { Busboy },
  } = await import('@fastify/busboy');
  return new Promise((resolve, reject) => {
    let found: Readable | undefined;
    const form = new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      limits: { files: 1, fields: 20 },
    });
    form.on('file', (field, stream, filename) => {
      if (field !== 'file' || found) return void stream.resume();
      found = stream as Readable;
      resolve({ stream: found, ...(filename ? { filename } : {}) });
    });
    const ended = (fault: Error) => {
      found?.destroy(fault);
      reject(new Refusal('body/malformed'));
    };
    form.on('finish', () => resolve(undefined));
    form.on('error', () => ended(new Refusal('body/malformed')));
    payload.once('aborted', () => ended(new Refusal('body/malformed')));
    payload.once('error', ended);
    payload.pipe(form);
  });
};

/** What a request sends, by its media type. */
export const sentStream = async (request: FastifyRequest, payload: IncomingMessage): Promise<SentStream | undefined> =>
  request.headers['content-type']?.startsWith('multipart/form-data') ? fromForm(request, payload) : { stream: payload };
