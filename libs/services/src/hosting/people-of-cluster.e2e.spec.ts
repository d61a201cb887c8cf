import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { kafkaForTests, mongoForTests, temporaryFolder } from '@masar/testing';
import { Secret, TOTP } from 'otpauth';
import { TestProvider } from '../people/oidc/testing/provider.js';
import { writeBoxKey } from '../sessions/index.js';
import { RunningCluster, type RunningService } from './testing/running-cluster.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;

const publicUrl = 'http://127.0.0.1:4698';
const good = 'seven quiet rivers bend';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

whenThere('people of a cluster, by two registries and a service', () => {
  const cluster = new RunningCluster(mongo.url ?? 'mongodb://none/none', kafka.url ?? 'kafka://none:1');
  const folder = temporaryFolder();
  let provider: TestProvider;
  let one: RunningService;
  let two: RunningService;
  let projects: RunningService;
  let hoda: string;
  let sami: string;

  const signIn = (at: RunningService, user: string, more: object = {}) =>
    cluster.send(at, 'POST', '/api/session', { user, password: good, ...more });
  const joined = async (user: string, standing: object): Promise<string> => {
    const { body } = await cluster.send(one, 'POST', '/api/people', { user, name: { en: user }, ...standing });
    await cluster.send(two, 'POST', `/api/invitations/${body.invitation.token}`, { password: good });
    return (await signIn(two, user)).body.token;
  };
  const register = async (token: string, id: string, owner: string) =>
    cluster.send(projects, 'POST', '/api/projects', { id, title: { en: id }, owner }, bearer(token));
  /** What the registry was told holds at a service within half a minute; a busy machine is given more. */
  const becomes = async (look: () => Promise<number>, expected: number): Promise<void> => {
    for (const end = Date.now() + 90_000; (await look()) !== expected; await new Promise((go) => setTimeout(go, 500)))
      if (Date.now() > end) throw new Error(`not ${expected} in time`);
  };

  beforeAll(async () => {
    for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
    provider = await TestProvider.start(`${publicUrl}/api/session/oidc/callback`);
    const [accountKey, claims] = [folder.file('account.key'), folder.file('claims.json')];
    writeBoxKey(accountKey);
    writeFileSync(
      claims,
      JSON.stringify({ roles: { claim: 'groups', map: { leads: ['lead'] } }, entity: { claim: 'ministry' } }),
    );
    const more = {
      MASAR_ACCOUNT_KEY: accountKey,
      MASAR_OIDC_ISSUER: provider.issuer,
      MASAR_OIDC_CLIENT_ID: 'masar',
      MASAR_OIDC_CLIENT_SECRET: 'a secret of the test',
      MASAR_OIDC_CLAIMS: claims,
      MASAR_PUBLIC_URL: publicUrl,
    };
    one = await cluster.begin(more);
    [two, projects] = await Promise.all([
      cluster.start('registry', { ...more, MASAR_REGISTRY_URL: '' }),
      cluster.start('projects'),
    ]);
    await Promise.all([one, two, projects].map((service) => cluster.ready(service)));
    for (const id of ['works', 'health', 'roads'])
      await cluster.send(one, 'POST', '/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
    hoda = await joined('hoda', { roles: ['lead'], entity: 'works' });
    sami = await joined('sami', { roles: ['member'], entity: 'health' });
  }, 180_000);
  afterAll(async () => {
    await cluster.end();
    await provider?.stop();
    folder.remove();
  });

  it('use at a service what was lent at one registry, until it is ended at the other', async () => {
    const wanted = { to: 'sami', what: ['initiative.register'], since: dayAfter(-1), until: dayAfter(1) };
    const made = await cluster.send(one, 'POST', '/api/delegations', wanted, bearer(hoda));
    expect(made.status).toBe(201);
    expect((await register(sami, 'P-1', 'works')).status).toBe(201);
    const { items } = (await cluster.send(projects, 'GET', '/api/projects/P-1/events')).body;
    expect(items[0]).toMatchObject({ actor: 'sami', onBehalfOf: 'hoda' });
    const ended = await cluster.send(two, 'POST', `/api/delegations/${made.body.id}/end`, {}, bearer(sami));
    expect(ended.body).toMatchObject({ state: 'ended' });
    let tried = 0;
    await becomes(async () => (await register(sami, `P-1-${(tried += 1)}`, 'works')).status, 403);
  }, 120_000);

  it('work for the successor of their entity at every service', async () => {
    const ola = await joined('ola', { roles: ['lead'], entity: 'roads' });
    expect((await register(ola, 'P-2', 'works')).status).toBe(403);
    expect((await register(hoda, 'P-3', 'roads')).status).toBe(403);
    await cluster.send(one, 'POST', '/api/entities/roads/succeed', { by: 'works' });
    await becomes(async () => (await register(ola, 'P-2', 'works')).status, 201);
    const { body } = await cluster.send(two, 'GET', '/api/session', undefined, bearer(ola));
    expect(body).toMatchObject({ entity: 'works', predecessors: ['roads'] });
  }, 120_000);

  it('speak for their body at every service, from the invitation at any registry on', async () => {
    const rami = await joined('rami', { roles: ['reviewer'] });
    const at = '/api/projects/P-5';
    const since = dayAfter(-10);
    const project = { id: 'P-5', title: { en: 'P-5' }, owner: 'works', startedOn: since };
    await cluster.send(projects, 'POST', '/api/projects', project, bearer(hoda));
    await cluster.send(one, 'POST', '/api/entities', { id: 'land', name: { en: 'land' }, jurisdiction: 'EG' });
    await cluster.send(projects, 'POST', `${at}/waits`, { party: 'entity:land', reason: 'busy', since }, bearer(hoda));
    const maha = { user: 'maha', name: { en: 'Maha' }, roles: ['member'], entity: 'land' };
    expect((await cluster.send(two, 'POST', '/api/people', maha)).status).toBe(201);
    const contest = { party: 'entity:land', from: since, to: dayAfter(-5), reason: 'no file came' };
    const contested = await cluster.send(projects, 'POST', `${at}/contests`, contest, bearer(rami));
    expect(contested.body).toMatchObject({ status: 403, code: 'contest/party-has-people' });
    const member = { user: 'maha', role: 'member' };
    expect((await cluster.send(projects, 'POST', `${at}/members`, member, bearer(hoda))).status).toBe(201);
  });

  it('show a code to two registries at once, and are let in by one', async () => {
    const at = '/api/session/second-factor';
    const { secret } = (await cluster.send(one, 'POST', at, { password: good }, bearer(hoda))).body;
    const code = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    expect((await cluster.send(two, 'POST', `${at}/confirm`, { code: code(0) }, bearer(hoda))).status).toBe(200);
    expect((await signIn(one, 'hoda')).body).toMatchObject({ code: 'session/code-required' });
    const shown = code(1);
    const both = await Promise.all([one, two].map((registry) => signIn(registry, 'hoda', { code: shown })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('begin a sign-in by the provider at one registry, end it at the other, and work at a service', async () => {
    provider.people['u-1'] = { preferred_username: 'amal', groups: ['leads'], ministry: 'health' };
    const begun = await fetch(`${one.url}/api/session/oidc`, { redirect: 'manual' });
    const back = new URL(await provider.signIn(begun.headers.get('location')!, 'u-1'));
    const cookie = begun.headers.getSetCookie()[0]!.split(';')[0]!;
    const ended = await fetch(`${two.url}${back.pathname}${back.search}`, { redirect: 'manual', headers: { cookie } });
    expect([ended.status, ended.headers.get('location')]).toEqual([303, '/']);
    const kept = ended.headers.getSetCookie().find((one) => one.startsWith('masar_session='))!;
    const token = kept.split(';')[0]!.slice('masar_session='.length);
    expect((await register(token, 'P-4', 'health')).status).toBe(201);
  });
});
