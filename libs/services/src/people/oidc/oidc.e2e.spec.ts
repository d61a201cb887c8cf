import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { readSettings, type Host } from '@masar/nest-kit';
import { temporaryFolder } from '@masar/testing';
import { openService } from '../../hosting/open-service.js';
import { RegistryModule } from '../../registry/index.js';
import { signed, TestProvider, type Forgery } from './testing/provider.js';

const publicUrl = 'http://127.0.0.1:4699';
const folder = temporaryFolder();
const claims = folder.file('claims.json');
const hour = 3600;
const now = () => Math.floor(Date.now() / 1000);

let provider: TestProvider;
let host: Host;
let admin: Record<string, string>;

const open = async () => {
  const env = {
    MASAR_DATA: folder.file('data'),
    MASAR_ADMIN_PASSWORD: 'pw',
    MASAR_LOG: 'silent',
    MASAR_OIDC_ISSUER: provider.issuer,
    MASAR_OIDC_CLIENT_ID: 'masar',
    MASAR_OIDC_CLIENT_SECRET: 'a secret of the test',
    MASAR_OIDC_CLAIMS: claims,
    MASAR_PUBLIC_URL: publicUrl,
  };
  ({ host } = await openService(readSettings(env), 'registry', [RegistryModule]));
};
const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: object) => {
  const answer = await host.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.body };
};
const cookiesOf = (headers: Readonly<Record<string, unknown>>): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => String(one).split(';')[0]!)
    .filter((one) => !one.endsWith('='))
    .join('; ');

/** Sent to the provider: what the browser keeps of us, and where it comes back to. */
const sentThere = async (person: string, to = '') => {
  const begun = await ask('GET', `/api/session/oidc${to}`);
  expect(begun.status).toBe(303);
  const back = new URL(await provider.signIn(String(begun.headers['location']), person));
  expect(back.origin + back.pathname).toBe(`${publicUrl}/api/session/oidc/callback`);
  return { cookie: cookiesOf(begun.headers), back: back.pathname + back.search };
};
const signIn = async (person: string, to = '') => {
  const { cookie, back } = await sentThere(person, to);
  return ask('GET', back, { cookie });
};
const sessionOf = (headers: Readonly<Record<string, unknown>>) =>
  ask('GET', '/api/session', { cookie: cookiesOf(headers) });

beforeAll(async () => {
  // The provider says at length that it is set up for a test.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  provider = await TestProvider.start(`${publicUrl}/api/session/oidc/callback`);
  const roles = { claim: 'groups', map: { 'masar-leads': ['lead', 'member'], 'masar-reviewers': ['reviewer'] } };
  writeFileSync(
    claims,
    JSON.stringify({ roles, entity: { claim: 'ministry', map: { MOT: 'transport', MOH: 'health' } } }),
  );
  await open();
  const { body } = await ask('POST', '/api/session', {}, { user: 'admin', password: 'pw' });
  admin = { authorization: `Bearer ${body.token}` };
  for (const id of ['transport', 'health'])
    await ask('POST', '/api/entities', admin, { id, name: { en: id }, jurisdiction: 'EG' });
}, 120_000);
afterAll(async () => {
  await host.stop();
  await provider.stop();
  folder.remove();
});
beforeEach(() => {
  provider.forgery = undefined;
  provider.isRetiredPublished = true;
  provider.isAway = false;
  provider.people['u-1'] = {
    ...{
      preferred_username: 'amal.said@mot.example',
      name: 'أمل سعيد',
      groups: ['masar-leads', 'staff'],
      ministry: 'MOT',
    },
  };
});

describe('signing in by a ministry’s provider', () => {
  it('sends the browser there with PKCE, state and nonce, and nothing secret', async () => {
    const { status, headers } = await ask('GET', '/api/session/oidc');
    expect(status).toBe(303);
    const asked = Object.fromEntries(new URL(String(headers['location'])).searchParams);
    expect(asked).toMatchObject({
      ...{ client_id: 'masar', response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: `${publicUrl}/api/session/oidc/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]!.length).toBeGreaterThan(20);
    expect(String(headers['set-cookie'])).toMatch(
      /^masar_oidc=.*; HttpOnly; SameSite=Lax; Path=\/api\/session\/oidc; Max-Age=600/,
    );
    expect(String(headers['location'])).not.toContain('secret');
  });

  it('is offered at the door', async () => {
    expect((await ask('GET', '/api/session/oidc/offered')).body).toEqual({ offered: true });
  });

  it('makes a new person with the roles and the entity of the claims', async () => {
    const back = await signIn('u-1', '?to=/portfolio');
    expect([back.status, back.headers['location']]).toEqual([303, '/portfolio']);
    const kept = [back.headers['set-cookie']].flat().map(String);
    expect(kept.find((one) => one.startsWith('masar_session='))).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await sessionOf(back.headers)).body).toMatchObject({
      ...{ user: 'amal.said-mot.example', roles: ['member', 'lead'], entity: 'transport', onlyAccount: false },
    });
    const { body } = await ask('GET', '/api/people/amal.said-mot.example', admin);
    expect(body).toMatchObject({
      ...{ name: { ar: 'أمل سعيد' }, state: 'active' },
      history: [{ what: 'added', by: `provider:${new URL(provider.issuer).host}`, roles: ['member', 'lead'] }],
    });
  });

  it('lets roles and entity follow the claims at every sign-in, the person being known by the subject', async () => {
    await signIn('u-1');
    provider.people['u-1'] = { preferred_username: 'another.name', groups: ['masar-reviewers'] };
    const session = await sessionOf((await signIn('u-1')).headers);
    expect(session.body).toMatchObject({ user: 'amal.said-mot.example', roles: ['reviewer'] });
    expect(session.body).not.toHaveProperty('entity');
  });

  it('ends what somebody had whom the claims give no role any more', async () => {
    const before = await signIn('u-1');
    provider.people['u-1'] = { preferred_username: 'x', groups: ['staff'] };
    expect((await signIn('u-1')).body).toMatchObject({ status: 403, code: 'oidc/no-role' });
    expect((await sessionOf(before.headers)).status).toBe(401);
    expect((await ask('GET', '/api/people/amal.said-mot.example', admin)).body.roles).toEqual([]);
  });

  it('refuses whoever is disabled here, until he is enabled', async () => {
    const before = await signIn('u-1');
    const at = '/api/people/amal.said-mot.example';
    await ask('POST', `${at}/disable`, admin, { reason: 'left' });
    expect((await sessionOf(before.headers)).status).toBe(401);
    expect((await signIn('u-1')).body).toMatchObject({ code: 'account/disabled' });
    await ask('POST', `${at}/enable`, admin, { reason: 'back' });
    expect((await sessionOf(before.headers)).status).toBe(401);
    expect((await signIn('u-1')).status).toBe(303);
    expect((await ask('POST', `${at}/reset`, admin, { reason: 'x' })).body).toMatchObject({
      code: 'account/from-provider',
    });
    const password = { user: 'amal.said-mot.example', password: '' };
    expect((await ask('POST', '/api/session', {}, { ...password, password: 'x' })).status).toBe(401);
  });

  it('gives nobody an account of this house that happens to be called the same', async () => {
    provider.people['u-2'] = { preferred_username: 'admin', groups: ['masar-reviewers'] };
    expect((await signIn('u-2')).body).toMatchObject({ status: 409, code: 'oidc/name-taken' });
    expect((await ask('GET', '/api/people/admin', admin)).body.roles).toEqual(['administrator']);
    provider.people['u-3'] = { groups: ['masar-reviewers'] };
    expect((await signIn('u-3')).body).toMatchObject({ code: 'oidc/claim-missing' });
  });
});

describe('a token the provider did not give for this sign-in', () => {
  const forgeries: readonly (readonly [string, Forgery])[] = [
    ['for another audience', (said, { current }) => signed({ ...said, aud: 'another' }, current, 'current')],
    [
      'past its time',
      (said, { current }) => signed({ ...said, iat: now() - 2 * hour, exp: now() - hour }, current, 'current'),
    ],
    [
      'of another issuer',
      (said, { current }) => signed({ ...said, iss: 'https://elsewhere.example' }, current, 'current'),
    ],
    ['of another sign-in', (said, { current }) => signed({ ...said, nonce: 'another' }, current, 'current')],
    [
      'without a signature',
      async (said) =>
        `${[{ alg: 'none' }, said].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    ],
    ['signed by a key under another’s name', (said, { retired }) => signed(said, retired, 'current')],
  ];
  it.each(forgeries)('is refused: %s', async (_, forgery) => {
    provider.people['u-9'] = { preferred_username: 'nobody', groups: ['masar-reviewers'] };
    provider.forgery = forgery;
    const answer = await signIn('u-9');
    expect(answer.body).toMatchObject({ status: 401, code: 'oidc/failed' });
    expect(cookiesOf(answer.headers)).toBe('');
    expect((await ask('GET', '/api/people/nobody', admin)).status).toBe(404);
  });

  it('is refused from the moment its key is retired', async () => {
    provider.forgery = (said, { retired }) => signed(said, retired, 'retired');
    expect((await signIn('u-1')).status).toBe(303);
    provider.isRetiredPublished = false;
    expect((await signIn('u-1')).body).toMatchObject({ status: 401, code: 'oidc/failed' });
  });
});

describe('a browser that is refused', () => {
  const browser = { accept: 'text/html,application/xhtml+xml' };

  it('stands at the door again, which is told why by its code alone', async () => {
    provider.people['u-2'] = { preferred_username: 'admin', groups: ['masar-reviewers'] };
    const { cookie, back } = await sentThere('u-2');
    const answer = await ask('GET', back, { cookie, ...browser });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/?refused=oidc%2Fname-taken']);
    const elsewhere = await ask('GET', back, browser);
    expect([elsewhere.status, elsewhere.headers['location']]).toEqual([303, '/?refused=oidc%2Fbegun-elsewhere']);
  });

  it('is told so too when the provider is away', async () => {
    const { cookie, back } = await sentThere('u-1');
    provider.isAway = true;
    const answer = await ask('GET', back, { cookie, ...browser });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/?refused=service%2Fnot-ready']);
  });
});

describe('a way back', () => {
  it('is for the browser that was sent, once', async () => {
    const { cookie, back } = await sentThere('u-1');
    expect((await ask('GET', back)).body).toMatchObject({ status: 401, code: 'oidc/begun-elsewhere' });
    expect((await ask('GET', back, { cookie: 'masar_oidc=a.b.c' })).body).toMatchObject({
      code: 'oidc/begun-elsewhere',
    });
    const other = await sentThere('u-1');
    expect((await ask('GET', back, { cookie: other.cookie })).body).toMatchObject({ code: 'oidc/failed' });
    expect((await ask('GET', back, { cookie })).status).toBe(303);
    expect((await ask('GET', back, { cookie })).body).toMatchObject({ code: 'oidc/failed' });
  });

  it('leads to a page of our own and to no other house', async () => {
    for (const to of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/a%0d%0aset-cookie:x',
    ])
      expect((await ask('GET', `/api/session/oidc?to=${to.includes('%') ? to : encodeURIComponent(to)}`)).status).toBe(
        400,
      );
  });

  it('is no session: what was kept of the beginning opens nothing', async () => {
    const { cookie } = await sentThere('u-1');
    const note = cookie.split('=')[1]!;
    expect((await ask('GET', '/api/session', { authorization: `Bearer ${note}` })).status).toBe(401);
  });

  it('that was begun before a restart ends after it: no process has to remember it', async () => {
    const { cookie, back } = await sentThere('u-1');
    await host.stop();
    await open();
    expect((await ask('GET', back, { cookie })).status).toBe(303);
  });

  it('waits for a provider that is away, and says so', async () => {
    const { cookie, back } = await sentThere('u-1');
    provider.isAway = true;
    const waits = await ask('GET', back, { cookie });
    expect([waits.status, waits.headers['retry-after']]).toEqual([503, '5']);
  });
});
