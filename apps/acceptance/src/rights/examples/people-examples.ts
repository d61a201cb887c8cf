import type { Catalogue } from '../example.js';
import { passwordOfCast } from '../cast.js';
import type { Ground } from '../ground.js';

const name = { en: 'Somebody' };
const reason = 'so it is';

const invited = async ({ cast, id }: Ground): Promise<{ user: string }> => {
  await cast.administrator.accept('/api/people', { user: id, name, roles: ['auditor'] });
  return { user: id };
};
const program = async ({ cast, id }: Ground): Promise<{ user: string }> => {
  await cast.administrator.accept('/api/service-accounts', { user: id, name, roles: ['auditor'], reason });
  return { user: id };
};
/** Keys end within a year of the day it really is. */
const wantedKey = () => ({
  scopes: ['timeline.read'],
  expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  reason,
});
export const keyed = async (ground: Ground): Promise<{ user: string; key: string }> => {
  const { user } = await program(ground);
  const made = await ground.cast.administrator.accept(`/api/service-accounts/${user}/keys`, wantedKey());
  return { user, key: String(made['id']) };
};

/** The ids of a person's sessions, the current one first. */
const sessionsOf = async (api: Ground['self']): Promise<readonly string[]> =>
  [...(await api.all('/api/sessions'))]
    .sort((a, b) => Number(b['current']) - Number(a['current']))
    .map(({ id }) => String(id));

/** Who works here, and their sessions. */
export const peopleExamples: Catalogue = {
  'POST /api/people': async ({ id }) => ({ body: { user: id, name, roles: ['auditor'] } }),
  'POST /api/people/{user}/roles': async (ground) => ({
    path: await invited(ground),
    body: { roles: ['integrator'], reason },
  }),
  'POST /api/people/{user}/disable': async (ground) => ({ path: await invited(ground), body: { reason } }),
  'POST /api/people/{user}/enable': async (ground) => {
    const path = await invited(ground);
    await ground.cast.administrator.accept(`/api/people/${path.user}/disable`, { reason });
    return { path, body: { reason } };
  },
  'POST /api/people/{user}/reset': async (ground) => ({ path: await invited(ground), body: { reason } }),
  'POST /api/service-accounts': async ({ id }) => ({ body: { user: id, name, roles: ['auditor'], reason } }),
  'POST /api/service-accounts/{user}/keys': async (ground) => ({ path: await program(ground), body: wantedKey() }),
  'POST /api/service-accounts/{user}/keys/{key}/end': async (ground) => ({
    path: await keyed(ground),
    body: { reason },
  }),
  'POST /api/session/password': async (ground) => ({
    as: await ground.throwaway(),
    body: { current: passwordOfCast, password: 'nine loud deserts bloom' },
  }),
  'DELETE /api/session': async (ground) => ({ as: await ground.throwaway() }),
  'DELETE /api/sessions': async (ground) => ({ as: await ground.throwaway() }),
  'DELETE /api/sessions/{id}': async (ground) => {
    const as = await ground.throwaway();
    const other = ground.whose === 'own' ? as : await ground.throwaway();
    const id = (await sessionsOf(other))[0]!;
    return { as, path: { id }, names: [id] };
  },
};
