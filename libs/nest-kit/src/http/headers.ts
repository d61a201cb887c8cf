import type { FastifyInstance } from 'fastify';

/** An API answer is data: no page may frame it, run it or guess its type; nothing of it is kept by caches in between. */
const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
];
const unlessSet: readonly (readonly [string, string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'no-store'],
];

export const secureHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    for (const [name, value] of always) void reply.header(name, value);
    for (const [name, value] of unlessSet) if (!reply.hasHeader(name)) void reply.header(name, value);
    done();
  });
};
