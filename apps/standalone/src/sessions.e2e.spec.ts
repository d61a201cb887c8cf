import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { password, runningStandalone } from './testing/running.js';

const masar = runningStandalone('sessions');
const json = { 'content-type': 'application/json' };
const signIn = (given: object, headers: Record<string, string> = {}) =>
  masar().send('POST', '/api/session', { ...json, ...headers }, JSON.stringify(given));
const cookieOf = (headers: Readonly<Record<string, unknown>>) =>
  String((headers['set-cookie'] as string[])[0]).split(';')[0]!;

describe('signing in', () => {
  it('answers a token, who it is and until when, and gives a browser its cookie', async () => {
    const answer = await signIn({ user: 'admin', password });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      user: 'admin',
      roles: ['administrator'],
      onlyAccount: true,
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect(Date.parse(answer.body.expiresAt)).toBeGreaterThan(Date.now());
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
  });

  it('tells by which time zone it is today for whoever is signed in', async () => {
    const { token } = (await signIn({ user: 'admin', password })).body as { token: string };
    const { body } = await masar().send('GET', '/api/session', { authorization: `Bearer ${token}` });
    expect(body).toMatchObject({ user: 'admin', zone: 'Africa/Cairo' });
  });

  it('lasts an hour for a program, which renews nothing, and a quarter of one for a page, which does', async () => {
    const minutesOf = async (headers: Record<string, string>) => {
      const { body } = await signIn({ user: 'admin', password }, headers);
      return Math.round((Date.parse(body.expiresAt) - Date.now()) / 60_000);
    };
    expect(await minutesOf({})).toBe(60);
    expect(await minutesOf({ host: 'masar.example', origin: 'http://masar.example' })).toBe(15);
  });

  it('says the same of a wrong password and of an unknown name', async () => {
    for (const given of [
      { user: 'admin', password: 'no' },
      { user: 'nobody', password: 'no' },
    ]) {
      expect(await signIn(given)).toMatchObject({ status: 401, body: { code: 'session/wrong-credentials' } });
    }
  });

  it('slows down who tries again and again', async () => {
    const tries = [];
    for (let n = 0; n < 7; n += 1) tries.push((await signIn({ user: 'guessed', password: `no-${n}` })).status);
    expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    const slowed = await signIn({ user: 'guessed', password: 'no' });
    expect(slowed).toMatchObject({ status: 429, body: { code: 'rate/too-many' } });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn({ user: 'admin', password })).status).toBe(201);
  });

  it('refuses a sign-in from a page of another house', async () => {
    const answer = await signIn({ user: 'admin', password }, { origin: 'https://elsewhere.example' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access/foreign-origin' } });
  });
});

describe('the public keys', () => {
  it('are there for whoever asks, may be kept a while, and hold no secret', async () => {
    const answer = await masar().send('GET', '/api/session/keys', {});
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/jwk-set+json');
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
    expect(answer.body.keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: expect.any(String), use: 'sig', alg: 'EdDSA' },
    ]);
  });

  it('check the signature of a token, by the name the token gives', async () => {
    const { keys } = (await masar().send('GET', '/api/session/keys', {})).body;
    const [header, payload, signature] = masar().token.split('.') as [string, string, string];
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const key = createPublicKey({ key: keys.find((one: { kid: string }) => one.kid === kid), format: 'jwk' });
    const check = (signed: string) => verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
    expect([check(`${header}.${payload}`), check(`${header}.${payload}x`)]).toEqual([true, false]);
  });
});

describe('a request without a good session', () => {
  it.each([
    ['nothing', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['no token of ours', { authorization: 'Bearer a.b.c' }],
    [
      'an unsigned token',
      {
        authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"admin","exp":9999999999}').toString('base64url')}.`,
      },
    ],
  ])('is refused: %s', async (_, headers) => {
    const answer = await masar().send('GET', '/api/projects', headers);
    expect(answer).toMatchObject({ status: 401, body: { code: 'session/required' } });
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  });

  it('meets the guard before its body is looked at', async () => {
    const answer = await masar().send('POST', '/api/projects', json, JSON.stringify({ nonsense: true }));
    expect(answer.status).toBe(401);
  });
});

describe('the session in a cookie', () => {
  const entity = JSON.stringify({ id: 'by-cookie', name: { en: 'By cookie' }, jurisdiction: 'EG' });

  it('reads anywhere, and commands only from our own pages', async () => {
    const cookie = cookieOf((await signIn({ user: 'admin', password })).headers);
    const host = 'masar.example';
    expect((await masar().send('GET', '/api/session', { cookie })).status).toBe(200);
    const without = await masar().send('POST', '/api/entities', { ...json, cookie, host }, entity);
    expect(without).toMatchObject({ status: 403, body: { code: 'access/foreign-origin' } });
    const foreign = await masar().send(
      'POST',
      '/api/entities',
      { ...json, cookie, host, origin: 'https://elsewhere.example' },
      entity,
    );
    expect(foreign.status).toBe(403);
    const own = await masar().send(
      'POST',
      '/api/entities',
      { ...json, cookie, host, origin: `http://${host}` },
      entity,
    );
    expect(own.status).toBe(201);
  });
});

describe('a session that goes on', () => {
  const host = 'masar.example';
  const cookiesOf = (headers: Readonly<Record<string, unknown>>) =>
    (headers['set-cookie'] as string[]).map((one) => one.split(';')[0]!).join('; ');
  const renew = (cookie: string, origin = `http://${host}`) =>
    masar().send('POST', '/api/session/refresh', { cookie, host, origin });

  it('is renewed by a cookie no script and no other page can use, each time by another one', async () => {
    const signedIn = await signIn({ user: 'admin', password });
    const kept = signedIn.headers['set-cookie'] as string[];
    expect(kept).toHaveLength(2);
    for (const one of kept) expect(one).toMatch(/; HttpOnly; SameSite=Strict; Path=\/(api\/session)?; Max-Age=\d+/);
    expect(Date.parse(signedIn.body.expiresAt) - Date.now()).toBeLessThanOrEqual(60 * 60_000);
    const first = cookiesOf(signedIn.headers);
    const { text: _none, ...told } = signedIn.body;
    expect(JSON.stringify(told)).not.toContain(first.split('masar_renewal=')[1]);

    expect((await renew(first, 'https://elsewhere.example')).body).toMatchObject({ code: 'access/foreign-origin' });
    const renewed = await renew(first);
    expect(renewed).toMatchObject({ status: 200, body: { user: 'admin' } });
    expect(Date.parse(renewed.body.expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    const second = cookiesOf(renewed.headers);
    expect((await masar().send('GET', '/api/session', { cookie: second })).status).toBe(200);

    const replayed = await renew(first);
    expect(replayed).toMatchObject({ status: 401, body: { code: 'session/reused' } });
    for (const one of replayed.headers['set-cookie'] as string[]) expect(one).toContain('Max-Age=0');
    expect((await renew(second)).body).toMatchObject({ code: 'session/required' });
    expect((await masar().send('GET', '/api/session', { cookie: second })).status).toBe(401);
    expect((await renew('')).status).toBe(401);
  });

  it('is listed to its owner, ended by him, and all of them at once', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const [one, two] = [await signIn({ user: 'admin', password }), await signIn({ user: 'admin', password })];
    const list = await masar().send('GET', '/api/sessions', bearer(one.body.token));
    const own = list.body.items as { id: string; current: boolean }[];
    expect(own.filter(({ current }) => current)).toHaveLength(1);
    const other = own.find(({ current }) => !current)!;
    expect((await masar().send('DELETE', '/api/sessions/no-such', bearer(one.body.token))).status).toBe(404);
    expect((await masar().send('DELETE', `/api/sessions/${other.id}`, bearer(one.body.token))).status).toBe(204);
    expect((await masar().send('DELETE', '/api/sessions', bearer(one.body.token))).status).toBe(204);
    for (const { body } of [one, two]) {
      expect((await masar().send('GET', '/api/session', bearer(body.token))).status).toBe(401);
    }
  });
});

describe('signing out', () => {
  it('ends this session and no other', async () => {
    const first = (await signIn({ user: 'admin', password })).body.token as string;
    const second = (await signIn({ user: 'admin', password })).body.token as string;
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    expect((await masar().send('DELETE', '/api/session', bearer(first))).status).toBe(204);
    expect((await masar().send('GET', '/api/session', bearer(first))).status).toBe(401);
    expect((await masar().send('GET', '/api/session', bearer(second))).status).toBe(200);
  });
});
