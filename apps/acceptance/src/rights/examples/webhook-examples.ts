import { freshUser, joined } from '../cast.js';
import type { Catalogue } from '../example.js';
import type { Ground } from '../ground.js';

/** A name that leads nowhere (RFC 2606): nothing is sent. */
const wanted = {
  url: 'https://receiver.invalid/events',
  types: ['entity.succeeded.v1'],
  secret: 'thirteen slow camels cross',
};

/** A webhook of who asks, where he can have one, or of somebody else. */
const webhook = async ({ whose, role, self, cast }: Ground) => {
  // Nobody keeps many: each other one is of a program of its own.
  const other = () => joined(cast.administrator, freshUser('integrates'), { roles: ['integrator'] });
  const isTheirs = whose === 'own' && (role === 'integrator' || role === 'administrator');
  const owner = isTheirs ? self : await other();
  const id = String((await owner.accept('/api/webhooks', wanted))['id']);
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
