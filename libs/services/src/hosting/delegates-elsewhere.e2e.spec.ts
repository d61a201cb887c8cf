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

let registry: Host;
let projects: Host;
let registryUrl: string;
let projectsUrl: string;

beforeAll(async () => {
  registry = (await openAlone(settings('registry'), 'registry', RegistryModule)).host;
  registryUrl = await registry.start();
  const alone = settings('projects', { MASAR_REGISTRY_URL: registryUrl });
  projects = (await openAlone(alone, 'projects', InitiativesModule.for('projects'))).host;
  projectsUrl = await projects.start();
}, 60_000);
afterAll(async () => {
  await projects.stop();
  await registry.stop();
  folder.remove();
});

const send = async (url: string, token: string, body?: object, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, body: (await answer.json()) as any };
};
const signIn = async (user: string, password: string): Promise<string> =>
  (await send(`${registryUrl}/api/session`, '', { user, password })).body.token;

describe('rights that are lent, at a service that is not the registry', () => {
  it('are told by the registry with the person’s own, and used in the other’s name', async () => {
    const admin = await signIn('admin', 'pw');
    for (const id of ['works', 'health'])
      await send(`${registryUrl}/api/entities`, admin, { id, name: { en: id }, jurisdiction: 'EG' });
    const joined = async (user: string, standing: object): Promise<string> => {
      const invited = await send(`${registryUrl}/api/people`, admin, { user, name: { en: user }, ...standing });
      await send(`${registryUrl}/api/invitations/${invited.body.invitation.token}`, '', { password: good });
      return signIn(user, good);
    };
    const hoda = await joined('hoda', { roles: ['lead'], entity: 'works' });
    const sami = await joined('sami', { roles: ['member'], entity: 'health' });
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const wanted = { to: 'sami', what: ['initiative.*'], since: today, until: tomorrow };
    expect((await send(`${registryUrl}/api/delegations`, hoda, wanted)).status).toBe(201);

    const project = { id: 'P-1', title: { en: 'Road' }, owner: 'works' };
    expect((await send(`${projectsUrl}/api/projects`, sami, project)).status).toBe(201);
    const { items } = (await send(`${projectsUrl}/api/projects/P-1/events`, sami)).body;
    expect(items[0]).toMatchObject({ type: 'initiative.registered.v1', actor: 'sami', onBehalfOf: 'hoda' });
    expect(items[1]).toMatchObject({ type: 'initiative.member-added.v1', data: { user: 'hoda', role: 'lead' } });
    const foreign = { id: 'P-2', title: { en: 'x' }, owner: 'health' };
    expect((await send(`${projectsUrl}/api/projects`, sami, foreign)).status).toBe(403);
    const named = { 'on-behalf-of': 'admin' };
    expect((await send(`${projectsUrl}/api/projects`, sami, foreign, named)).body).toMatchObject({
      ...{ status: 403, code: 'delegation/not-in-force' },
    });
  });
});
