import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';

const malformed = (message: string): Error & { statusCode: number } =>
  Object.assign(new Error(message), { statusCode: 400 });

/** Half of a surrogate pair, written as an escape: no text, and nothing that could be hashed as RFC 8785 asks. */
const escapedHalf = /\\u[dD][89a-fA-F]/;
const loneHalf = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;
const isText = (json: string, value: unknown): boolean =>
  !escapedHalf.test(json) || !loneHalf.test(JSON.stringify(value) ?? '');

/**
 * JSON bodies; an empty one is no body, since many commands need none. Keys that would poison a prototype are refused, and
 * bytes that are not UTF-8.
 */
export const parseJsonBodies = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('text/plain');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body as Buffer)) return done(malformed('the body is not UTF-8'), undefined);
    const json = body.toString('utf8');
    void parse(request, json, (error, value) =>
      error || isText(json, value) ? done(error, value) : done(malformed('the body holds half a character'), undefined),
    );
  });
};
