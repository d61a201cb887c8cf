import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOf, createHost, readSettings, type Host } from '@masar/nest-kit';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { openAccounts, openSessions, sessionsWantedBy } from './open-sessions.js';
import { RemoteAuthenticator } from './remote-authenticator.js';
import { rotateSigningKey, writeSigningKey } from './session-key.js';
import { SessionsModule } from './sessions.module.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;

/** What a reverse proxy does in front of several registries: takes turns, and passes by one that does not answer. */
const takingTurns = async (addresses: readonly string[]): Promise<{ readonly proxy: Server; readonly url: string }> => {
  let turn = 0;
  const proxy = createServer((incoming, outgoing) => {
    const pass = (left: number): void => {
      const to = new URL(incoming.url!, addresses[(turn += 1) % addresses.length]);
      const passed = ask(to, { method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      });
      passed.once('error', () => (left > 0 ? pass(left - 1) : outgoing.writeHead(502).end()));
      passed.end();
    };
    pass(1);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { proxy, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
};

overMongo('two registries of one cluster', () => {
  const folder = temporaryFolder();
  const settings = readSettings({
    MASAR_DATA: folder.file('unused'),
    MASAR_EVENT_STORE: server === undefined ? '' : databaseOfItsOwn(server),
    MASAR_SESSION_KEY: folder.file('session.key'),
    MASAR_ADMIN_PASSWORD: 'pw',
    MASAR_LOG: 'silent',
    PORT: '0',
  });
  const hosts: Host[] = [];
  let addresses: readonly string[];
  let proxy: Server;
  let elsewhere: RemoteAuthenticator;

  const startRegistry = async (): Promise<string> => {
    const sessions = await openSessions(sessionsWantedBy(settings));
    const clock = clockOf(undefined, settings.zone);
    const host = await createHost({ settings, clock, service: 'registry', modules: [SessionsModule.local(sessions)] });
    hosts.push(host);
    return host.start();
  };
  const signIn = async (address: string, user: string, password: string): Promise<string> => {
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  const statusOf = async (address: string, token: string): Promise<number> =>
    (await fetch(`${address}/api/session`, { headers: { authorization: `Bearer ${token}` } })).status;
  const operator = async (
    work: (accounts: Awaited<ReturnType<typeof openAccounts>>['accounts']) => Promise<unknown>,
  ) => {
    const { accounts, records } = await openAccounts(settings.eventStore);
    await work(accounts);
    await records.close();
  };

  beforeAll(async () => {
    await writeSigningKey(settings.sessionKey!);
    addresses = await Promise.all([startRegistry(), startRegistry()]);
    const turns = await takingTurns(addresses);
    proxy = turns.proxy;
    elsewhere = new RemoteAuthenticator(turns.url);
  });
  afterAll(async () => {
    proxy?.close();
    for (const host of hosts) await host.stop();
    await (await import('@masar/mongo')).dropDatabase(settings.eventStore);
    folder.remove();
  });

  it('publish the same keys, and write nothing beside them', async () => {
    const [one, two] = await Promise.all(addresses.map(async (url) => (await fetch(`${url}/api/session/keys`)).text()));
    expect(one).toBe(two);
    expect((await import('node:fs')).existsSync(settings.dataFolder)).toBe(false);
  });

  it('let in at once whom the other signed in, and soon out who was disabled or signed out', async () => {
    await operator((accounts) => accounts.add('hoda', { roles: ['lead'], password: 'p' }));
    const [token, other] = [await signIn(addresses[0]!, 'hoda', 'p'), await signIn(addresses[1]!, 'hoda', 'p')];
    for (const address of addresses) expect(await statusOf(address, token)).toBe(200);
    const ended = { method: 'DELETE', headers: { authorization: `Bearer ${other}` } };
    expect((await fetch(`${addresses[0]}/api/session`, ended)).status).toBe(204);
    await operator((accounts) => accounts.disable('hoda'));
    const told = performance.now();
    for (const address of addresses)
      for (const gone of [token, other]) while ((await statusOf(address, gone)) === 200) await pause(20);
    // Half a second as a rule; a busy machine is given more.
    expect(performance.now() - told).toBeLessThan(10_000);
  });

  it('renew the same session in turns, and end it everywhere when a cookie comes a second time', async () => {
    await operator((accounts) => accounts.add('mona', { roles: ['lead'], password: 'p' }));
    const post = (address: string, path: string, headers: Record<string, string>, body?: object) =>
      fetch(address + path, { method: 'POST', headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const kept = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0]!)
        .join('; ');
    const renew = (address: string, cookie: string) =>
      post(address, '/api/session/refresh', { cookie, origin: address });
    const [one, two] = [addresses[0]!, addresses[1]!];
    const json = { 'content-type': 'application/json' };
    const first = kept(await post(one, '/api/session', json, { user: 'mona', password: 'p' }));
    const renewed = await renew(two, first);
    const { token } = (await renewed.json()) as { token: string };
    const second = kept(renewed);
    expect((await renew(one, second)).status).toBe(200);
    for (const address of addresses) expect(await statusOf(address, token)).toBe(200);
    const replayed = await renew(two, second);
    expect([replayed.status, ((await replayed.json()) as { code: string }).code]).toEqual([401, 'session/reused']);
    for (const address of addresses) while ((await statusOf(address, token)) === 200) await pause(20);
  });

  it('exchange their key without a restart and without ending a session', async () => {
    const before = await signIn(addresses[0]!, 'admin', 'pw');
    await rotateSigningKey(settings.sessionKey!);
    const after = await signIn(addresses[1]!, 'admin', 'pw');
    const kidOf = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid as string;
    expect(kidOf(after)).not.toBe(kidOf(before));
    for (const address of addresses)
      for (const token of [before, after]) expect(await statusOf(address, token)).toBe(200);
    for (const token of [before, after]) expect(await elsewhere.authenticate(token)).toMatchObject({ user: 'admin' });
  });

  it('stand in for each other, and a service goes on without either for a while', async () => {
    await operator((accounts) => accounts.add('omar', { roles: ['reviewer'], password: 'p' }));
    const [token, late] = [await signIn(addresses[0]!, 'omar', 'p'), await signIn(addresses[1]!, 'omar', 'p')];
    await hosts[0]!.stop();
    expect(await elsewhere.authenticate(token)).toEqual({ user: 'omar', roles: ['reviewer'] });
    await hosts[1]!.stop();
    expect(await elsewhere.authenticate(token)).toEqual({ user: 'omar', roles: ['reviewer'] });
    await expect(elsewhere.authenticate(late)).rejects.toMatchObject({ code: 'storage/unavailable' });
    expect(await elsewhere.authenticate(`${late.slice(0, -8)}AAAAAAAA`)).toBeUndefined();
  });
});
