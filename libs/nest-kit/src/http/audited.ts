import type { FastifyInstance, FastifyReply } from 'fastify';
import { languageOf } from '../problems/language.js';
import { problemMedia } from '../problems/problem.js';
import { problemOf } from '../problems/refusal-problem.js';
import type { MasarRequest } from './request.js';

/** How much an answer matters to the audit: not at all, to be kept soon, or to be on record before it goes out. */
export type AuditWeight = 'pass' | 'note' | 'wait';

/** Whoever keeps the audit of a process. */
export interface AuditSink {
  /** `isRecorded`: a command that the truth holds, with who gave it. */
  weigh(request: MasarRequest, status: number, isRecorded: boolean): AuditWeight | Promise<AuditWeight>;
  /** Kept soon; never keeps anybody waiting. */
  note(request: MasarRequest, status: number): void;
  /** Kept when it resolves. */
  keep(request: MasarRequest, status: number): Promise<void>;
}

/** What cannot be put on record is not shown: 503, and nothing of the answer. */
const withheld = (request: MasarRequest, reply: FastifyReply, payload: unknown): string => {
  (payload as { destroy?: () => void } | null)?.destroy?.();
  const language = languageOf(request.headers['accept-language']);
  for (const name of ['content-length', 'content-disposition', 'etag', 'content-encoding', 'x-behind'])
    void reply.removeHeader(name);
  void reply.code(503).header('content-type', problemMedia).header('retry-after', '5');
  return JSON.stringify(problemOf('service/not-ready', language));
};

/** The answer of a command names the version it made. */
const isRecorded = (request: MasarRequest, reply: FastifyReply): boolean =>
  request.method === 'POST' && reply.statusCode < 300 && reply.hasHeader('etag');

/** Asks of every answer once, as it goes out, whether it is to be on record, and how soon. */
export const auditRequests = (fastify: FastifyInstance, audit: AuditSink): void => {
  const weights = new WeakMap<object, AuditWeight>();
  const keep = async (
    request: MasarRequest,
    reply: FastifyReply,
    payload: unknown,
    weighing: AuditWeight | Promise<AuditWeight>,
  ): Promise<unknown> => {
    try {
      const weight = await weighing;
      weights.set(request, weight);
      if (weight === 'wait') await audit.keep(request, reply.statusCode);
      return payload;
    } catch {
      weights.set(request, 'wait');
      return withheld(request, reply, payload);
    }
  };
  fastify.addHook('onSend', (raw, reply, payload, done) => {
    const request = raw as MasarRequest;
    const weight = audit.weigh(request, reply.statusCode, isRecorded(request, reply));
    // Most answers wait for nobody, not even for the next turn.
    if (weight === 'pass' || weight === 'note') {
      weights.set(request, weight);
      return done(null, payload);
    }
    void keep(request, reply, payload, weight).then((answer) => done(null, answer));
  });
  fastify.addHook('onResponse', (raw, reply, done) => {
    const request = raw as MasarRequest;
    const { statusCode: status } = reply;
    const note = (weight: AuditWeight) => void (weight === 'note' && audit.note(request, status));
    const known = weights.get(request);
    if (known !== undefined) note(known);
    // A line that a controller writes by itself, or one that was cut before its answer: it has been weighed by nobody.
    else void Promise.resolve(audit.weigh(request, status, isRecorded(request, reply))).then(note, () => undefined);
    done();
  });
};
