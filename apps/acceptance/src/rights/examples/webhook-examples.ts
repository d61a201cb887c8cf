import type { ApiClient } from '../../harness/api-client.js';
import type { Cast } from '../cast.js';
import type { Catalogue } from '../example.js';
import type { Ground } from '../ground.js';

/** A name that leads nowhere (RFC 2606): nothing is sent. */
const wanted = {
  url: 'https://receiver.invalid/events',
  types: ['entity.succeeded.v1'],
  secret: 'thirteen slow camels cross',
};

const made = async (by: ApiClient) => String((await by.accept('/api/webhooks', wanted))['id']);

/** One that nobody who asks may change: nobody keeps many, so it is made once for each cast. */
const standing = new WeakMap<Cast, Promise<string>>();
const standingOf = (cast: Cast): Promise<string> => {
  const id = standing.get(cast) ?? made(cast.administrator);
  standing.set(cast, id);
  return id;
};

/** A webhook of who asks, where he can have one, or of somebody else. */
const webhook = async ({ whose, role, self, cast }: Ground) => {
  const isOwn = whose === 'own' && (role === 'integrator' || role === 'administrator');
  const owner = isOwn ? self : role === 'administrator' ? cast.byRole.get('integrator')! : undefined;
  const id = await (owner ? made(owner) : standingOf(cast));
  return { path: { id }, names: [id] };
};

/** Events that are sent on their own accord, to whoever has asked for them. */
export const webhookExamples: Catalogue = {
  'POST /api/webhooks': async () => ({ body: wanted }),
  'GET /api/webhooks/{id}': webhook,
  'DELETE /api/webhooks/{id}': webhook,
  'POST /api/webhooks/{id}/enable': webhook,
  'POST /api/webhooks/{id}/replay': async (ground) => ({ ...(await webhook(ground)), body: {} }),
};
