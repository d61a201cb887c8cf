import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { goodPassword, peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('second-factor');
const json = { 'content-type': 'application/json' };
const { joined } = peopleOf(masar);
const at = '/api/session/second-factor';

let amal: Asking;
let admin: Asking;
let secret: string;
let recovery: string[];

/** A code some steps of thirty seconds from now. */
const code = (steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
/** The code before this one is good until the next turn, which must not come between making it and showing it. */
const earlyInStep = async () => {
  const into = Date.now() % 30_000;
  if (into > 25_000) await new Promise((resolve) => setTimeout(resolve, 30_000 - into));
};
const signIn = (given: object = {}) =>
  masar().send('POST', '/api/session', json, JSON.stringify({ user: 'amal', password: goodPassword, ...given }));

afterEach(() => void jest.restoreAllMocks());
beforeAll(async () => {
  admin = masar();
  await admin.post('/api/entities', { id: 'works', name: { en: 'Works' }, jurisdiction: 'EG' });
  amal = await joined('amal', { roles: ['lead'], entity: 'works' });
}, 120_000);

describe('a second factor', () => {
  it('is begun by the password, told once, and asks for nothing before a code has confirmed it', async () => {
    expect((await amal.get(at)).body).toEqual({ state: 'off', recoveryCodes: 0 });
    expect((await amal.post(at, { password: 'guessed' })).body).toMatchObject({ code: 'session/wrong-credentials' });
    expect((await amal.post(`${at}/confirm`, { code: '123456' })).body).toMatchObject({
      code: 'second-factor/not-begun',
    });
    const begun = await amal.post(at, { password: goodPassword });
    expect(begun.status).toBe(200);
    expect(begun.body.uri).toBe(
      `otpauth://totp/Masar:amal?issuer=Masar&secret=${begun.body.secret}&algorithm=SHA1&digits=6&period=30`,
    );
    secret = begun.body.secret;
    expect((await amal.get(at)).body).toEqual({ state: 'begun', recoveryCodes: 0 });
    expect((await signIn()).status).toBe(201);
    const kept = JSON.stringify([(await admin.get('/api/people/amal')).body, (await amal.get(at)).body]);
    expect(kept).not.toContain(secret);
  });

  it('is asked for from then on: no code, a wrong one and a used one open nothing', async () => {
    await earlyInStep();
    const used = code(-1);
    const confirmed = await amal.post(`${at}/confirm`, { code: used });
    expect(confirmed.status).toBe(200);
    recovery = confirmed.body.recoveryCodes;
    expect(new Set(recovery).size).toBe(10);
    expect(recovery[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect((await amal.post(at, { password: goodPassword })).body).toMatchObject({ code: 'second-factor/on' });
    expect((await signIn()).body).toMatchObject({ status: 401, code: 'session/code-required' });
    expect((await signIn({ code: '000000' })).body).toMatchObject({ status: 401, code: 'session/wrong-code' });
    expect((await signIn({ code: used })).body).toMatchObject({ code: 'session/wrong-code' });
    const now = code();
    expect((await signIn({ code: now })).status).toBe(201);
    expect((await signIn({ code: now })).body).toMatchObject({ code: 'session/wrong-code' });
    expect((await signIn({ code: code(-1) })).body).toMatchObject({ code: 'session/wrong-code' });
    expect((await signIn({ code: now, password: 'guessed' })).body).toMatchObject({
      code: 'session/wrong-credentials',
    });
  });

  it('takes a code in Arabic digits, once, of two that come at once', async () => {
    const next = code(1).replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const both = await Promise.all([signIn({ code: next }), signIn({ code: next })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('is made up for by a recovery code, each once', async () => {
    expect((await signIn({ code: recovery[0]!.toLowerCase().replaceAll('-', ' ') })).status).toBe(201);
    expect((await signIn({ code: recovery[0] })).body).toMatchObject({ code: 'session/wrong-code' });
    expect((await amal.get(at)).body).toEqual({ state: 'on', recoveryCodes: 9 });
  });

  it('is guessed at no faster than a password', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const tries = [];
    for (let n = 0; n < 7; n += 1) tries.push((await signIn({ code: `00000${n}` })).status);
    // One was wrong just before.
    expect(tries).toEqual([401, 401, 401, 401, 429, 429, 429]);
    expect((await signIn({ code: recovery[1] })).status).toBe(429);
  });

  it('is taken away by an administrator, never by oneself without password and code', async () => {
    expect((await amal.post('/api/people/amal/second-factor/reset', { reason: 'x' })).status).toBe(403);
    expect((await admin.post('/api/people/admin/second-factor/reset', { reason: 'x' })).body).toMatchObject({
      ...{ status: 403, code: 'account/own' },
    });
    expect((await admin.post('/api/people/nobody/second-factor/reset', { reason: 'x' })).status).toBe(404);
    expect((await admin.post('/api/people/amal/second-factor/reset', { reason: 'lost the phone' })).status).toBe(204);
    expect((await amal.get(at)).body).toEqual({ state: 'off', recoveryCodes: 0 });
    const { history } = (await admin.get('/api/people/amal')).body;
    expect(history.map(({ what }: { what: string }) => what).slice(-3)).toEqual([
      ...['factor-on', 'recovery-used', 'factor-reset'],
    ]);
    expect(history.at(-1)).toMatchObject({ by: 'admin', reason: 'lost the phone' });
  });

  it('is ended by whoever shows both', async () => {
    const rami = await joined('rami', { roles: ['reviewer'] });
    secret = (await rami.post(at, { password: goodPassword })).body.secret;
    const { recoveryCodes } = (await rami.post(`${at}/confirm`, { code: code() })).body;
    const end = (given: object) => rami.post(`${at}/end`, { password: goodPassword, ...given });
    expect((await end({ code: '000000' })).body).toMatchObject({ code: 'session/wrong-code' });
    expect((await end({ code: recoveryCodes[0] })).status).toBe(204);
    expect((await rami.get(at)).body).toEqual({ state: 'off', recoveryCodes: 0 });
  });
});
