import { beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { auditRequests, type AuditSink, type AuditWeight } from './audited.js';

let app: FastifyInstance;
let weight: AuditWeight | Promise<AuditWeight>;
let keep: () => Promise<void>;
let told: string[];

beforeEach(() => {
  [weight, told] = ['pass', []];
  keep = async () => void told.push('kept');
  const audit: AuditSink = {
    weigh: (_request, _status, isRecorded) => {
      if (isRecorded) told.push('recorded');
      return weight;
    },
    note: (_request, status) => void told.push(`noted ${status}`),
    keep: () => keep(),
  };
  app = fastify();
  auditRequests(app, audit);
  app.get('/secret', (_request, reply) =>
    reply
      .header('content-disposition', 'attachment')
      .header('content-length', 6)
      .type('text/plain')
      .send(Readable.from(['secret'])),
  );
  app.post('/command', (_request, reply) => reply.header('etag', '"1"').code(201).send({}));
});
const read = () => app.inject({ url: '/secret', headers: { 'accept-language': 'en' } });

describe('an answer that matters to the audit', () => {
  it('goes out once it is on record', async () => {
    let onRecord = () => undefined as void;
    [weight, keep] = [Promise.resolve('wait'), () => new Promise((resolve) => (onRecord = resolve))];
    let answered = false;
    const answer = read().then((one) => {
      answered = true;
      return one;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(answered).toBe(false);
    onRecord();
    expect((await answer).body).toBe('secret');
    expect(told).toEqual([]);
  });

  it('does not go out when it cannot be put on record', async () => {
    for (const failing of [(): AuditWeight => 'wait', () => Promise.reject(new Error('away'))]) {
      weight = failing() as never;
      keep = () => Promise.reject(new Error('full'));
      const answer = await read();
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'service/not-ready']);
      expect(answer.headers).not.toHaveProperty('content-disposition');
      expect(answer.body).not.toContain('secret');
    }
  });

  it('waits for nothing where it is noted', async () => {
    weight = 'note';
    expect((await read()).body).toBe('secret');
    expect(told).toEqual(['noted 200']);
  });

  it('of a command says whether the truth holds it', async () => {
    await app.inject({ method: 'POST', url: '/command' });
    expect(new Set(told)).toEqual(new Set(['recorded']));
  });
});
