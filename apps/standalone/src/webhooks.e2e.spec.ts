import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('webhooks', {
  MASAR_TODAY: '2026-03-11',
  MASAR_ALLOW_TODAY: '1',
  MASAR_WEBHOOK_NETWORKS: '127.0.0.1/32',
});
const { asking, joined } = peopleOf(masar);
const secret = 'a secret of some length';

const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let status = 200;
const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    reply.writeHead(status).end();
  });
});
let url: string;
const took = () => received.flatMap(({ body }) => JSON.parse(body) as { id: string; subject: string; type: string }[]);
const subjects = () => [...new Set(took().map(({ subject }) => subject))];
const until = async (isReached: () => boolean | Promise<boolean>) => {
  for (const end = performance.now() + 10_000; !(await isReached()) && performance.now() < end;) await pause(25);
};
const project = (id: string, audience?: string) =>
  lead.post('/api/projects', {
    id,
    title: { en: id },
    owner: 'education',
    startedOn: '2026-02-01',
    ...(audience ? { audience } : {}),
  });

let admin: Asking, lead: Asking, feeder: Asking, other: Asking, member: Asking;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await masar().post('/api/entities', { id: 'education', name: { en: 'Education' }, jurisdiction: 'EG' });
  lead = await joined('lead', { roles: ['lead'], entity: 'education' });
  expect((await project('P-0')).status).toBe(201);
  // A webhook is told of what reporting hears after it was made: this one has been heard.
  const heard = await lead.get('/api/timelines/projects/P-0?atLeast=projects/P-0@1&waitMs=30000');
  expect(heard.status).toBe(200);
  const program = async (user: string) => {
    await masar().post('/api/service-accounts', { user, name: { en: user }, roles: ['integrator'], reason: 'feed' });
    const scopes = ['events.read', 'initiative.read-events', 'webhook.keep', 'webhook.read'];
    const made = await masar().post(`/api/service-accounts/${user}/keys`, {
      scopes,
      expiresOn: '2027-03-01',
      reason: 'feed',
    });
    return asking((made.body as { key: string }).key);
  };
  admin = asking(masar().token);
  feeder = await program('feeder');
  other = await program('other');
  member = await joined('member', { roles: ['member'], entity: 'education' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a webhook', () => {
  let id: string;

  it('is made by a program, to an address outside or one that was named', async () => {
    const made = await feeder.post('/api/webhooks', { url, secret });
    expect([made.status, made.headers['location']]).toEqual([201, `/api/webhooks/${made.body.id}`]);
    expect(made.body).toMatchObject({ user: 'feeder', url, state: 'enabled' });
    expect(JSON.stringify([made.body, (await feeder.get('/api/webhooks')).body])).not.toContain(secret);
    id = made.body.id;
    for (const wrong of [
      'https://169.254.169.254/latest/meta-data',
      'http://10.0.0.1/',
      'https://[::1]/',
      'http://8.8.8.8/',
    ]) {
      const refused = await feeder.post('/api/webhooks', { url: wrong, secret });
      expect([refused.status, refused.body.code]).toEqual([422, 'webhook/address']);
    }
    expect((await feeder.post('/api/webhooks', { url, secret: 'short' })).status).toBe(400);
    expect((await member.post('/api/webhooks', { url, secret })).status).toBe(403);
  });

  it('is its owner’s: another’s is as one that does not exist, but for administrators', async () => {
    const unknown = await other.get('/api/webhooks/hook-0');
    for (const refused of [
      await other.get(`/api/webhooks/${id}`),
      await other.post(`/api/webhooks/${id}/enable`),
      await other.post(`/api/webhooks/${id}/replay`),
    ])
      expect([refused.status, refused.body.code]).toEqual([unknown.status, 'webhook/unknown']);
    expect((await other.get('/api/webhooks')).body.total).toBe(0);
    expect((await admin.get(`/api/webhooks/${id}`)).body.user).toBe('feeder');
  });

  it('is told, signed, of what happens from then on, and of nothing its owner may not see', async () => {
    await project('P-1');
    await project('P-hidden', 'team');
    await project('P-2');
    await until(() => took().some(({ subject }) => subject === 'projects/P-2'));
    expect(subjects()).toEqual(['projects/P-1', 'projects/P-2']);
    const [{ headers, body }] = received as [(typeof received)[number]];
    const [, at, signature] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['masar-signature']))!;
    expect(signature).toBe(createHmac('sha256', secret).update(`${at}.${body}`).digest('hex'));
  });

  it('that fails says so, and gets everything once it works again', async () => {
    status = 500;
    await project('P-3');
    await until(async () => (await feeder.get(`/api/webhooks/${id}`)).body.state === 'failing');
    expect((await feeder.get(`/api/webhooks/${id}`)).body.failing).toMatchObject({ last: '500' });
    status = 200;
    received.length = 0;
    await project('P-4');
    await until(() => took().some(({ subject }) => subject === 'projects/P-4'));
    expect(subjects()).toEqual(['projects/P-3', 'projects/P-4']);
  });

  it('is disabled by an answer that it is gone, and enabled again', async () => {
    status = 410;
    await project('P-5');
    await until(async () => (await feeder.get(`/api/webhooks/${id}`)).body.state === 'disabled');
    expect((await feeder.get(`/api/webhooks/${id}`)).body.disabled).toMatchObject({ reason: 'gone', last: '410' });
    status = 200;
    received.length = 0;
    expect((await feeder.post(`/api/webhooks/${id}/enable`)).body.state).toBe('enabled');
    await until(() => took().length > 0);
    expect(subjects()).toEqual(['projects/P-5']);
  });

  it('gets everything again from a place, or from the beginning', async () => {
    received.length = 0;
    expect((await feeder.post(`/api/webhooks/${id}/replay`, { after: 'nonsense' })).body.code).toBe(
      'page/cursor-invalid',
    );
    expect((await feeder.post(`/api/webhooks/${id}/replay`)).status).toBe(200);
    await until(() => took().some(({ subject }) => subject === 'projects/P-5'));
    const feed = (await feeder.get('/api/events?limit=500')).body as { items: { id: string }[] };
    expect(took().map((event) => event.id)).toEqual(feed.items.map((event) => event.id));
  });

  it('ends with the key it was made with', async () => {
    const { keys } = (await admin.get('/api/service-accounts/feeder')).body as { keys: { id: string }[] };
    await admin.post(`/api/service-accounts/feeder/keys/${keys[0]!.id}/end`, { reason: 'over' });
    await until(async () => (await admin.get(`/api/webhooks/${id}`)).body.state === 'disabled');
    expect((await admin.get(`/api/webhooks/${id}`)).body.disabled).toMatchObject({ reason: 'owner' });
    const gone = await masar().send('DELETE', `/api/webhooks/${id}`, { authorization: `Bearer ${admin.token}` });
    expect([gone.status, (await admin.get(`/api/webhooks/${id}`)).status]).toEqual([204, 404]);
  });
});
