import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { fixedKeys } from './held-keys.js';
import { makeSigningKey, signingKeysOf, type SigningKeys } from './session-key.js';
import { RemoteAuthenticator } from './remote-authenticator.js';
import { SessionTokens } from './tokens.js';

/** A registry on a socket: what it was asked is counted, what it answers may change, and it may go away. */
class Registry {
  readonly asked = { keys: 0, session: 0 };
  readonly signedOut = new Set<string>();
  /** A key that it knows, and what for. */
  key: { readonly text: string; readonly only: readonly string[] } | undefined;
  status = 200;
  tokens!: SessionTokens;
  keys!: SigningKeys;
  url = '';
  #server: Server | undefined;

  async useKeys(...texts: string[]): Promise<void> {
    this.keys = await signingKeysOf(`{"keys":[${texts.join(',')}]}`);
    this.tokens = await SessionTokens.with(await fixedKeys(this.keys));
  }

  async start(port = 0): Promise<void> {
    this.#server = createServer(async (request, response) => {
      const isKeys = request.url === '/api/session/keys';
      this.asked[isKeys ? 'keys' : 'session'] += 1;
      const token = String(request.headers.authorization).slice('Bearer '.length);
      const key = token === this.key?.text ? this.key : undefined;
      const session = await this.tokens.verify(token);
      const good = key ?? (session && !this.signedOut.has(session.id));
      const body = isKeys
        ? { keys: this.keys.published }
        : {
            user: key ? 'feed' : session?.user,
            roles: ['lead'],
            onlyAccount: false,
            expiresAt: new Date(session?.expiresAt ?? Date.now() + 60_000).toISOString(),
            ...(key ? { only: key.only } : {}),
          };
      response.writeHead(this.status === 200 && !isKeys && !good ? 401 : this.status).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => this.#server!.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  restart(): Promise<void> {
    return this.start(Number(new URL(this.url).port));
  }
}

const hoda = { user: 'hoda', roles: ['lead'] };
const started = Date.now();
let registry: Registry;
let authenticator: RemoteAuthenticator;

const otherwiseReal = {
  now: started,
  doNotFake: [
    ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'] as const),
    ...(['nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const),
  ],
} satisfies Parameters<typeof jest.useFakeTimers>[0];

/** Moves what the process takes for the time; sockets go on by the machine's own clock. */
let ahead = 0;
const after = (seconds: number): void => {
  jest.setSystemTime(started + seconds * 1000);
  ahead = seconds * 1000;
};

beforeEach(async () => {
  jest.useFakeTimers(otherwiseReal);
  ahead = 0;
  const performanceNow = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => performanceNow() + ahead);
  registry = new Registry();
  await registry.useKeys(await makeSigningKey());
  await registry.start();
  authenticator = new RemoteAuthenticator(registry.url);
});
afterEach(async () => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  await registry.stop();
});

const begun = async (user = 'hoda') => registry.tokens.issue(user, 'c');
const faultOf = async (token: string) =>
  Promise.resolve(authenticator.authenticate(token)).then(
    () => 'none',
    (fault: { code?: string }) => fault.code,
  );

describe('a token that is none', () => {
  const signedBy = async ({ kid, secret }: SigningKeys, claims: { iss?: string; exp?: number } = {}) =>
    new SignJWT({ credential: 'c' })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setSubject('hoda')
      .setJti('j')
      .setIssuer(claims.iss ?? 'masar')
      .setExpirationTime(claims.exp ?? Math.floor(started / 1000) + 60)
      .sign(secret);

  it('costs the registry its keys once, and nothing after', async () => {
    const stranger = { ...(await signingKeysOf(await makeSigningKey())), kid: registry.keys.kid };
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
    const none = [
      await signedBy(stranger),
      await signedBy(registry.keys, { iss: 'elsewhere' }),
      await signedBy(registry.keys, { exp: Math.floor(started / 1000) - 1 }),
      unsigned,
      'a.b.c',
      'nonsense',
    ];
    for (const token of [...none, ...none]) expect(await authenticator.authenticate(token)).toBeUndefined();
    expect(registry.asked).toEqual({ keys: 1, session: 0 });
  });

  it('of a made-up key costs one question about keys in ten seconds', async () => {
    const strangers = await Promise.all([1, 2, 3].map(async () => signingKeysOf(await makeSigningKey())));
    for (const stranger of strangers)
      expect(await authenticator.authenticate(await signedBy(stranger))).toBeUndefined();
    expect(registry.asked).toEqual({ keys: 1, session: 0 });
    after(11);
    for (const stranger of strangers)
      expect(await authenticator.authenticate(await signedBy(stranger))).toBeUndefined();
    expect(registry.asked).toEqual({ keys: 2, session: 0 });
  });

  it('is refused at its end, whatever is believed of it, the registry there or not', async () => {
    const { token, session } = await begun();
    after((session.expiresAt - started) / 1000 - 10);
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    await registry.stop();
    after((session.expiresAt - started) / 1000 + 1);
    expect(await authenticator.authenticate(token)).toBeUndefined();
  });
});

describe('rights', () => {
  it('are asked for once by all who ask at the same time, and believed for half a minute', async () => {
    const { token } = await begun();
    const answers = await Promise.all(Array.from({ length: 20 }, () => authenticator.authenticate(token)));
    expect(answers).toEqual(Array.from({ length: 20 }, () => hoda));
    expect(registry.asked).toEqual({ keys: 1, session: 1 });
    after(29);
    expect(authenticator.authenticate(token)).toEqual(hoda);
    after(31);
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    expect(registry.asked).toEqual({ keys: 1, session: 2 });
  });

  it('end within half a minute where somebody signed out', async () => {
    const { token, session } = await begun();
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    expect(authenticator.latestToken()).toBe(token);
    registry.signedOut.add(session.id);
    after(31);
    expect(await authenticator.authenticate(token)).toBeUndefined();
    expect(authenticator.latestToken()).toBeUndefined();
    await registry.stop();
    expect(await authenticator.authenticate(token)).toBeUndefined();
  });

  it('are those of a new key as soon as it signs, and of the old one as long as it is named', async () => {
    const [old, next] = [await makeSigningKey(), await makeSigningKey()];
    await registry.useKeys(old);
    const { token: before } = await begun();
    expect(await authenticator.authenticate(before)).toEqual(hoda);
    await registry.useKeys(next, old);
    after(31);
    expect(await authenticator.authenticate((await begun()).token)).toEqual(hoda);
    expect(await authenticator.authenticate(before)).toEqual(hoda);
    expect(registry.asked.keys).toBe(2);
  });
});

describe('while the registry is away', () => {
  it.each([
    ['gone', () => registry.stop()],
    ['without its records', async () => void (registry.status = 503)],
  ])('(%s) rights it confirmed within five minutes are believed, and no others', async (_, leave) => {
    const { token } = await begun();
    const { token: unconfirmed } = await begun('omar');
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    await leave();
    for (const seconds of [31, 60, 299]) {
      after(seconds);
      expect(await authenticator.authenticate(token)).toEqual(hoda);
      expect(await faultOf(unconfirmed)).toBe('storage/unavailable');
    }
    after(301);
    expect(await faultOf(token)).toBe('storage/unavailable');
  });

  it('who is confirmed waits for it once, not every time', async () => {
    const { token } = await begun();
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    registry.status = 503;
    after(31);
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    expect(registry.asked.session).toBe(2);
    for (let n = 0; n < 50; n += 1) expect(authenticator.authenticate(token)).toEqual(hoda);
    expect(registry.asked.session).toBe(2);
  });

  it('it is asked again beside the work, and what it says then holds', async () => {
    const { token, session } = await begun();
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    await registry.stop();
    after(31);
    expect(await authenticator.authenticate(token)).toEqual(hoda);
    registry.signedOut.add(session.id);
    await registry.restart();
    after(34);
    expect(authenticator.authenticate(token)).toEqual(hoda);
    while (registry.asked.session < 2) await pause(5);
    let last: unknown = hoda;
    for (let n = 0; n < 200 && last; n += 1) [last] = [await authenticator.authenticate(token), await pause(5)];
    expect(last).toBeUndefined();
  });

  it('nobody is known before its keys are, and everybody soon after it came', async () => {
    const { token } = await begun();
    await registry.stop();
    expect(await faultOf(token)).toBe('storage/unavailable');
    await registry.restart();
    after(1.1);
    expect(await authenticator.authenticate(token)).toEqual(hoda);
  });
});

describe('a key of a program', () => {
  it('is asked about once, believed for a while, and no longer than it lasts; what it may not read is not read with it', async () => {
    const key = `masarkey_feed~0123456789ab~${'k'.repeat(43)}`;
    registry.key = { text: key, only: ['milestone.forecast'] };
    const feed = { user: 'feed', roles: ['lead'], only: ['milestone.forecast'] };
    for (let n = 0; n < 3; n += 1) expect(await authenticator.authenticate(key)).toEqual(feed);
    expect(registry.asked).toEqual({ keys: 0, session: 1 });
    expect(authenticator.latestToken()).toBeUndefined();
    expect(await authenticator.authenticate(`${key.slice(0, -1)}x`)).toBeUndefined();
    registry.key = undefined;
    jest.setSystemTime(started + 31_000);
    expect(await authenticator.authenticate(key)).toBeUndefined();
  });
});
