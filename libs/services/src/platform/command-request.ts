import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvalidFields, type MasarRequest } from '@masar/nest-kit';
import type { CommandAnswer, GivenMeta } from './command-bus.js';
import { digestOf } from './command-identity.js';

const longestKey = 200;

const header = (request: MasarRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The version of `If-Match: "12"`; one that can never match for anything else; nothing for `*` and when absent. */
const ifMatchOf = (request: MasarRequest): number | undefined => {
  const value = header(request, 'if-match')?.trim();
  if (value === undefined || value === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(value)?.[1];
  return version === undefined ? -1 : Number(version);
};

export const checkedKey = (key: string | undefined, path: string): string | undefined => {
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > longestKey)
    throw new InvalidFields([{ path, code: 'field/length', expected: `1–${longestKey}` }]);
  return key;
};

/** A command's address without its query: part of its digest, the same whether it came alone or in a batch. */
export const addressOf = (url: string): string => {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
};

/** The Idempotency-Key a request came with. */
export const idempotencyKeyOf = (request: MasarRequest): string | undefined =>
  checkedKey(header(request, 'idempotency-key'), 'Idempotency-Key');

const safeId = /^[A-Za-z0-9._:-]{1,100}$/;

/** Who gives this command and under which id, from the session and the headers, never from the body. */
export const metaOf = (request: MasarRequest): GivenMeta => {
  const key = idempotencyKeyOf(request);
  const ifMatch = ifMatchOf(request);
  const correlation = header(request, 'x-correlation-id');
  return {
    actor: request.actor!,
    correlationId: correlation !== undefined && safeId.test(correlation) ? correlation : String(request.id),
    ...(key === undefined ? {} : { key, digest: digestOf(addressOf(request.url), request.body) }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(request.token === undefined ? {} : { token: request.token }),
  };
};

export const Meta = createParamDecorator((_: unknown, context: ExecutionContext): GivenMeta =>
  metaOf(context.switchToHttp().getRequest<MasarRequest>()),
);

/** The headers of a command's answer: its ETag, and where what was made can be read. */
export const told = (reply: FastifyReply, answer: CommandAnswer, location?: string): CommandAnswer => {
  void reply.header('etag', `"${answer.version}"`);
  if (location !== undefined) void reply.header('location', location);
  return { id: answer.id, version: answer.version, position: answer.position };
};
