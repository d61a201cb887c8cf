import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Host } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';
import { password, settingsOf } from './testing/running.js';

const good = 'seven quiet rivers bend';
const folder = mkdtempSync(join(tmpdir(), 'masar-live-people-'));
let host: Host;
let address: string;

type Told = Record<string, never> & {
  readonly id: string;
  readonly token: string;
  readonly invitation: { readonly token: string };
};
const send = async (path: string, token: string | undefined, body: object): Promise<Told> => {
  const bearer: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(address + path, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Told;
};
const signIn = async (user: string, secret: string) =>
  (await send('/api/session', undefined, { user, password: secret })).token;
const joined = async (admin: string, user: string, standing: object) => {
  const { invitation } = await send('/api/people', admin, { user, name: { en: user }, ...standing });
  await send(`/api/invitations/${invitation.token}`, undefined, { password: good });
  return signIn(user, good);
};

/** Everything a line says until it ends. */
const listening = async (token: string, named: Record<string, string> = {}) => {
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...named };
  const response = await fetch(`${address}/api/live`, { headers });
  const heard = { text: '' };
  const ended = (async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) heard.text += chunk;
  })();
  return { heard, ended };
};
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const until = async (look: () => boolean): Promise<void> => {
  for (const end = Date.now() + 20_000; !look() && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(look()).toBe(true);
};

describe('live lines', () => {
  beforeAll(async () => {
    ({ host } = await openStandalone(settingsOf(folder)));
    address = await host.start();
  }, 60_000);
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tell each what the audience lets him see, and end when the account is disabled', async () => {
    const admin = await signIn('admin', password);
    for (const id of ['education', 'health'])
      await send('/api/entities', admin, { id, name: { en: id }, jurisdiction: 'EG' });
    const lead = await joined(admin, 'layla', { roles: ['lead'], entity: 'education' });
    const other = await joined(admin, 'omar', { roles: ['lead'], entity: 'health' });
    const [own, foreign] = [await listening(lead), await listening(other)];
    await send('/api/projects', lead, { id: 'secret', title: { en: 'x' }, owner: 'education', audience: 'team' });
    await send('/api/projects', lead, { id: 'open', title: { en: 'x' }, owner: 'education' });
    await until(() => own.heard.text.includes('"open"') && foreign.heard.text.includes('"open"'));
    expect(own.heard.text).toContain('secret');
    expect(foreign.heard.text).not.toContain('secret');

    await send('/api/people/omar/disable', admin, { reason: 'left' });
    await foreign.ended;
    await send('/api/projects', lead, { id: 'later', title: { en: 'x' }, owner: 'education' });
    await until(() => own.heard.text.includes('"later"'));
    expect(foreign.heard.text).not.toContain('later');
  }, 60_000);

  it('tell a delegate what the other may see where he names him, until it is lent no longer', async () => {
    const admin = await signIn('admin', password);
    const lead = await signIn('layla', good);
    const delegate = await joined(admin, 'sami', { roles: ['lead'], entity: 'health' });
    const lent = { to: 'sami', what: ['live.read'], since: day(-1), until: day(2), reason: 'leave' };
    const { id } = await send('/api/delegations', lead, lent);
    const [own, inName] = [await listening(delegate), await listening(delegate, { 'on-behalf-of': 'layla' })];
    await send('/api/projects', lead, { id: 'covert', title: { en: 'x' }, owner: 'education', audience: 'team' });
    await until(() => inName.heard.text.includes('"covert"'));

    await send(`/api/delegations/${id}/end`, lead, { reason: 'back' });
    await inName.ended;
    await send('/api/projects', lead, { id: 'overt', title: { en: 'x' }, owner: 'education' });
    await until(() => own.heard.text.includes('"overt"'));
    expect(own.heard.text).not.toContain('covert');
    expect(inName.heard.text).not.toContain('"overt"');
  }, 60_000);
});
