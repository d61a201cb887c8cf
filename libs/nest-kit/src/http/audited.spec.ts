import { beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { auditRequests, type AuditSink, type AuditWeight } from './audited.js';

let app: FastifyInstance;
let weight: AuditWeight | Promise<AuditWeight>;
let keep: () => Promise<void>;
let told: string[];
let weighed: number;

beforeEach(() => {
  [weight, told, weighed] = ['pass', [], 0];
  keep = async () => void told.push('kept');
  const audit: AuditSink = {
    weigh: (_request, _status, isRecorded) => {
      weighed += 1;
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
  app.get('/line', (_request, reply) => {
    reply.hijack();
    reply.raw.end('a line');
  });
  app.post('/command', (_request, reply) => reply.header('etag', '"1"').code(201).send({}));
});
const read = () => app.inject({ url: '/secret', headers: { 'accept-language': 'en' } });

describe('an answer that matters to the audit', () => {
  it('goes out once it is on record', async () => {
    weight = Promise.resolve('wait');
    keep = async () => {
      // Longer than an answer takes that waits for nothing.
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
      told.push('on record');
    };
    const answer = await read().then((one) => {
      told.push('answered');
      return one;
    });
    expect([answer.body, told, weighed]).toEqual(['secret', ['on record', 'answered'], 1]);
  });

  it('does not go out when it cannot be put on record', async () => {
    for (const failing of [(): AuditWeight => 'wait', () => Promise.reject(new Error('away'))]) {
      [weight, weighed] = [failing() as never, 0];
      keep = () => Promise.reject(new Error('full'));
      const answer = await read();
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'service/not-ready']);
      expect(answer.headers).not.toHaveProperty('content-disposition');
      expect(answer.body).not.toContain('secret');
      expect(weighed).toBe(1);
    }
    expect(told).toEqual([]);
  });

  it('waits for nothing where it is noted', async () => {
    for (const noted of ['note', Promise.resolve<AuditWeight>('note')] as const) {
      [weight, told, weighed] = [noted, [], 0];
      expect((await read()).body).toBe('secret');
      expect([told, weighed]).toEqual([['noted 200'], 1]);
    }
  });

  it('is weighed also where a controller writes it by itself', async () => {
    for (const [noted, expected] of [
      [() => 'note' as const, ['noted 200']],
      [async () => 'note' as const, ['noted 200']],
      [() => Promise.reject(new Error('away')), []],
    ] as const) {
      [weight, told, weighed] = [noted(), [], 0];
      expect((await app.inject('/line')).body).toBe('a line');
      await nextTurn();
      expect([told, weighed]).toEqual([expected, 1]);
    }
  });

  it('of a command says whether the truth holds it', async () => {
    await app.inject({ method: 'POST', url: '/command' });
    expect(told).toEqual(['recorded']);
  });
});
