import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readSettings, type Host } from '@masar/nest-kit';
import { temporaryFolder } from '@masar/testing';
import { InitiativesModule } from '../initiatives/index.js';
import { RegistryModule } from '../registry/index.js';
import { openAlone } from './open-service.js';

jest.setTimeout(60_000);
const folder = temporaryFolder();
const good = 'seven quiet rivers bend';
const settings = (name: string, env: Record<string, string> = {}) =>
  readSettings({ MASAR_DATA: folder.file(name), MASAR_ADMIN_PASSWORD: 'pw', MASAR_LOG: 'silent', PORT: '0', ...env });
const since = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
const until = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);

let registry: Host;
let projects: Host;
let registryUrl: string;
let projectsUrl: string;
let admin: string;
let lead: string;
let reviewer: string;

const send = async (url: string, token: string, body?: object) => {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
};
const signIn = async (user: string, password: string): Promise<string> =>
  (await send(`${registryUrl}/api/session`, '', { user, password })).body.token;
const joined = async (user: string, standing: object): Promise<string> => {
  const invited = await send(`${registryUrl}/api/people`, admin, { user, name: { en: user }, ...standing });
  await send(`${registryUrl}/api/invitations/${invited.body.invitation.token}`, '', { password: good });
  return signIn(user, good);
};

const at = (path: string) => `${projectsUrl}/api/projects/P-1/${path}`;
const wait = (party: string) => send(at('waits'), lead, { party, reason: 'busy', since });
const contest = (party: string) => send(at('contests'), reviewer, { party, from: since, to: until, reason: 'no file' });
const member = (user: string) => send(at('members'), lead, { user, role: 'member' });

beforeAll(async () => {
  registry = (await openAlone(settings('registry'), 'registry', RegistryModule)).host;
  registryUrl = await registry.start();
  const alone = settings('projects', { MASAR_REGISTRY_URL: registryUrl });
  projects = (await openAlone(alone, 'projects', InitiativesModule.for('projects'))).host;
  projectsUrl = await projects.start();
  admin = await signIn('admin', 'pw');
  for (const id of ['works', 'health', 'land'])
    await send(`${registryUrl}/api/entities`, admin, { id, name: { en: id }, jurisdiction: 'EG' });
  lead = await joined('hoda', { roles: ['lead', 'member'], entity: 'works' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  await joined('sami', { roles: ['member'], entity: 'health' });
  const program = { user: 'feed', name: { en: 'Feed' }, roles: ['integrator'], reason: 'reads' };
  await send(`${registryUrl}/api/service-accounts`, admin, program);
  const project = { id: 'P-1', title: { en: 'Road' }, owner: 'works', startedOn: since };
  await send(`${projectsUrl}/api/projects`, lead, project);
}, 60_000);
afterAll(async () => {
  await projects.stop();
  await registry.stop().catch(() => undefined);
  folder.remove();
});

describe('what a service without accounts asks of the registry', () => {
  it('is which people a body has, and what a member of it is: who may contest in an initiative that leaves officials out', async () => {
    const begin = async (id: string) => {
      const [title, path] = [{ en: id }, `${projectsUrl}/api/projects`];
      await send(path, lead, { id, title, owner: 'works', startedOn: since, audience: 'reviewers' });
      await send(`${path}/${id}/waits`, lead, { party: 'entity:health', reason: 'busy', since });
      return `${path}/${id}`;
    };
    const contestAt = (path: string) =>
      send(`${path}/contests`, reviewer, { party: 'entity:health', from: since, to: until, reason: 'no file' });
    expect((await contestAt(await begin('P-2'))).status).toBe(201);
    const joint = await begin('P-3');
    for (const user of ['nobody-yet', 'sami']) await send(`${joint}/members`, lead, { user, role: 'member' });
    expect((await contestAt(joint)).body).toMatchObject({ status: 403, code: 'contest/party-has-people' });
  });

  it('is whether a body has people: a reviewer contests for one that has none, and for no other', async () => {
    await wait('entity:health');
    expect((await contest('entity:health')).body).toMatchObject({ status: 403, code: 'contest/party-has-people' });
    await send(at('waits'), lead, { party: 'entity:land', reason: 'busy', since });
    await send(`${registryUrl}/api/people/sami/disable`, admin, { reason: 'left' });
    expect((await contest('entity:health')).body).toMatchObject({ code: 'contest/party-has-people' });
  });

  it('is whether a name can be a member', async () => {
    expect((await member('rami')).status).toBe(201);
    expect((await member('nobody-yet')).status).toBe(201);
    expect((await member('feed')).body).toMatchObject({ status: 422, code: 'initiative/member-not-official' });
    // What would lead elsewhere in an address is no name, and nobody is asked.
    expect((await member('..')).status).toBe(400);
  });

  it('is believed for half a minute; then a registry that does not answer leaves the command undecided', async () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now');
    await registry.stop();
    expect((await contest('entity:health')).body).toMatchObject({ code: 'contest/party-has-people' });
    for (const refused of [await contest('entity:land'), await member('somebody-else')]) {
      expect(refused.body).toMatchObject({ status: 503, code: 'service/not-ready' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    clock.mockReturnValue(now + 31_000);
    try {
      expect((await contest('entity:health')).body).toMatchObject({ status: 503, code: 'service/not-ready' });
    } finally {
      clock.mockRestore();
    }
    const { items } = (await send(at('contests'), lead)).body;
    expect(items).toEqual([]);
  });
});
