import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** An API answer is data: no page may frame it, run it or guess its type; nothing of it is kept by caches in between. */
const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['x-permitted-cross-domain-policies', 'none'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];
const unlessSet: readonly (readonly [string, string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'no-store'],
];
/** Whoever came over TLS once comes so for a year: said over TLS alone, where alone a browser listens. */
const overTls = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const;

/** The headers of one answer, also of one that no controller gives. */
export const putSecureHeaders = (request: Pick<FastifyRequest, 'protocol'>, reply: FastifyReply): void => {
  for (const [name, value] of always) void reply.header(name, value);
  for (const [name, value] of unlessSet) if (!reply.hasHeader(name)) void reply.header(name, value);
  if (request.protocol === 'https') void reply.header(...overTls);
};

/** No address answers another house's page: there is no header of CORS here, and no answer to a preflight. */
export const secureHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    putSecureHeaders(request, reply);
    done();
  });
};
