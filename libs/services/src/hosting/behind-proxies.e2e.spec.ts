import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Host } from '@masar/nest-kit';
import { RegistryModule } from '../registry/index.js';
import { openService } from './open-service.js';

let folder: string;
let host: Host;
afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true });
});

const open = async (proxies: string) => {
  folder = mkdtempSync(join(tmpdir(), 'masar-proxies-'));
  const env = { MASAR_DATA: join(folder, 'data'), MASAR_ADMIN_PASSWORD: 'pw', MASAR_LOG: 'silent' };
  ({ host } = await openService(readSettings({ ...env, MASAR_PROXIES: proxies }), 'registry', [RegistryModule]));
};
const signIn = (password: string, headers: Record<string, string>) =>
  host.app.inject({ method: 'POST', url: '/api/session', headers, payload: { user: 'admin', password } });
const from = (...names: string[]) => ({ 'x-forwarded-for': names.join(', ') });
const tryUntilSlowed = async (headers: (n: number) => Record<string, string>) => {
  for (let n = 0; n < 7; n += 1) await signIn('wrong', headers(n));
  return (await signIn('pw', headers(8))).statusCode;
};

describe('who tries to sign in', () => {
  it('is whom the last proxy names, whatever he says himself; others are not slowed down with him', async () => {
    await open('1');
    expect(await tryUntilSlowed((n) => from(`198.51.100.${n}`, '203.0.113.1'))).toBe(429);
    expect((await signIn('pw', from('203.0.113.2'))).statusCode).toBe(201);
  });

  it('is whom the first of two proxies names', async () => {
    await open('2');
    expect(await tryUntilSlowed((n) => from('203.0.113.1', `10.0.0.${n}`))).toBe(429);
    expect((await signIn('pw', from('203.0.113.2', '10.0.0.1'))).statusCode).toBe(201);
  });

  it('is who sends the request where no proxy is expected', async () => {
    await open('0');
    expect(await tryUntilSlowed((n) => from(`203.0.113.${n}`))).toBe(429);
  });
});

describe('the cookie of a session', () => {
  it.each([
    ['1', 'https', true],
    ['1', 'http', false],
    ['0', 'https', false],
  ])('behind %s proxies, over %s: only for TLS is %s', async (proxies, protocol, secure) => {
    await open(proxies);
    const { headers } = await signIn('pw', { ...from('203.0.113.1'), 'x-forwarded-proto': protocol });
    expect(String(headers['set-cookie']).endsWith('; Secure')).toBe(secure);
  });
});
