import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, importJWK, SignJWT, type JWK } from 'jose';
import { SettingFault } from '@masar/nest-kit';
import { openSessions } from './open-sessions.js';
import { fixedKeys, keysOfFile } from './held-keys.js';
import {
  makeSigningKey,
  NoSigningKey,
  rotateSigningKey,
  signingKeysOf,
  signingKeysOfFolder,
  writeSigningKey,
} from './session-key.js';
import { SessionTokens } from './tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-session-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a signing key', () => {
  it('of a data folder is made once, for its owner alone', async () => {
    const file = join(folder, 'new', 'session.key');
    const first = await signingKeysOfFolder(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await signingKeysOfFolder(file)).kid).toBe(first.kid);
  });

  it('is never written over', async () => {
    const file = join(folder, 'kept.key');
    await writeSigningKey(file);
    const before = readFileSync(file, 'utf8');
    await expect(writeSigningKey(file)).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is published without its secret part, under the name its tokens carry', async () => {
    const tokens = await SessionTokens.with();
    const { token } = await tokens.issue('admin', 'c');
    expect(tokens.published).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.any(String),
        kid: decodeProtectedHeader(token).kid,
        use: 'sig',
        alg: 'EdDSA',
      },
    ]);
  });

  it('is exchanged without ending a session: the first of a set signs, all are believed', async () => {
    const [old, next] = [await makeSigningKey(), await makeSigningKey()];
    const set = (...keys: string[]) => signingKeysOf(`{"keys":[${keys.join(',')}]}`);
    const before = await SessionTokens.with(await fixedKeys(await signingKeysOf(old)));
    const after = await SessionTokens.with(await fixedKeys(await set(next, old)));
    const { token } = await before.issue('admin', 'c');
    expect(await after.verify(token)).toMatchObject({ user: 'admin' });
    const begunAfter = (await after.issue('admin', 'c')).token;
    expect(await before.verify(begunAfter)).toBeUndefined();
    const both = await SessionTokens.with(await fixedKeys(await set(old, next)));
    expect(await both.verify(begunAfter)).toMatchObject({ user: 'admin' });
  });

  it('that was exchanged is believed until its tokens have ended, and then refused, without a restart', async () => {
    const file = join(folder, 'rotated.key');
    await writeSigningKey(file);
    const running = await SessionTokens.with(await keysOfFile(file, () => signingKeysOfFolder(file)));
    const before = (await running.issue('admin', 'c')).token;
    const old = decodeProtectedHeader(before).kid;
    await rotateSigningKey(file);
    const after = (await running.issue('admin', 'c')).token;
    expect(decodeProtectedHeader(after).kid).not.toBe(old);
    expect(await running.verify(before)).toMatchObject({ user: 'admin' });
    expect(running.published.map(({ kid }) => kid)).toEqual([decodeProtectedHeader(after).kid, old]);
    expect(statSync(file).mode & 0o077).toBe(0);

    const held = JSON.parse(readFileSync(file, 'utf8')) as { keys: { retiredAt?: string }[] };
    held.keys[1]!.retiredAt = new Date(Date.now() - 66 * 60_000).toISOString();
    writeFileSync(file, JSON.stringify(held));
    await running.issue('admin', 'c');
    expect(await running.verify(before)).toBeUndefined();
    expect(await running.verify(after)).toMatchObject({ user: 'admin' });
    await rotateSigningKey(file);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { keys: unknown[] }).keys).toHaveLength(2);
  });

  it('that was exchanged is refused at its time, though nobody touches the file', async () => {
    const file = join(folder, 'untouched.key');
    await writeSigningKey(file);
    const stolen = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    const { kid } = await signingKeysOfFolder(file);
    await rotateSigningKey(file);
    const running = await SessionTokens.with(await keysOfFile(file, () => signingKeysOfFolder(file)));
    const forged = await new SignJWT({ credential: 'c' })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setSubject('admin')
      .setJti('s')
      .setIssuer('masar')
      .setExpirationTime('7d')
      .sign(await importJWK(stolen, 'EdDSA'));
    expect(await running.verify(forged)).toMatchObject({ user: 'admin' });
    const later = Date.now() + 66 * 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      // Also a token that was read before.
      expect(await running.verify(forged)).toBeUndefined();
      expect(running.published).toHaveLength(1);
    } finally {
      clock.mockRestore();
    }
  });

  it('in a file that breaks while it is used goes on as it was', async () => {
    const file = join(folder, 'broken.key');
    await writeSigningKey(file);
    const running = await SessionTokens.with(await keysOfFile(file, () => signingKeysOfFolder(file)));
    writeFileSync(file, 'half a ke');
    const { token } = await running.issue('admin', 'c');
    expect(await running.verify(token)).toMatchObject({ user: 'admin' });
  });

  it.each([
    ['no JSON', 'secret'],
    ['no key', '{}'],
    ['an empty set', '{"keys":[]}'],
    ['a public key', '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'],
    ['a key of another kind', '{"kty":"oct","k":"AAAA","d":"AAAA"}'],
    ['half a key', '{"kty":"OKP","crv":"Ed25519","x":"AAAA","d":"AAAA"}'],
  ])('%s is none', async (_, text) => {
    await expect(signingKeysOf(text)).rejects.toThrow(NoSigningKey);
  });
});

describe('MASAR_SESSION_KEY', () => {
  const opening = (sessionKey?: string, accounts = 'sqlite::memory:') =>
    openSessions({ accounts, adminPassword: 'pw', ...(sessionKey === undefined ? {} : { sessionKey }) });

  it('names a file that several registries share', async () => {
    const file = join(folder, 'shared.key');
    await writeSigningKey(file);
    const [one, two] = [await opening(file), await opening(file)];
    expect(one.authenticator.publicKeys).toEqual(two.authenticator.publicKeys);
    for (const { records } of [one, two]) await records.close();
  });

  it('that is not there, or holds no key, is named and refused', async () => {
    const nonsense = join(folder, 'nonsense.key');
    writeFileSync(nonsense, 'nonsense');
    for (const file of [join(folder, 'missing.key'), nonsense]) {
      const fault = await opening(file).catch((thrown: unknown) => thrown);
      expect(fault).toBeInstanceOf(SettingFault);
      expect((fault as Error).message).toContain(`MASAR_SESSION_KEY=${JSON.stringify(file)}`);
    }
  });

  it('is asked for where accounts are a cluster’s, before any server is', async () => {
    await expect(opening(undefined, 'mongodb://127.0.0.1:1/masar')).rejects.toThrow(
      /^MASAR_SESSION_KEY="" is not valid/,
    );
  });
});
