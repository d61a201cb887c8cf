import type { Catalogue } from '../example.js';
import { entities } from '../cast.js';
import type { Ground } from '../ground.js';

const name = { ar: 'اسم', en: 'Name' };
let years = 2030;
/** A year nobody has confirmed yet. */
const nextYear = (): string => String((years += 1));

const partner = async ({ cast, fresh }: Ground): Promise<string> => {
  const id = fresh();
  await cast.administrator.accept('/api/partners', { id, name });
  return id;
};

const path = (id: string) => ({
  jurisdiction: 'EG',
  instrument: id,
  name,
  first: ['draft'],
  stages: [{ stage: 'draft', name, party: 'cabinet', next: [] }],
  outcomes: ['in-force'],
});

/** What the whole programme stands on. */
export const registryExamples: Catalogue = {
  'POST /api/entities': async ({ id }) => ({ body: { id, name, jurisdiction: 'EG' } }),
  'POST /api/entities/{id}/succeed': async ({ cast, id }) => {
    await cast.administrator.accept('/api/entities', { id, name, jurisdiction: 'EG' });
    return { path: { id }, body: { by: entities.heir } };
  },
  'POST /api/calendars/{id}/days': async () => ({
    path: { id: 'EG' },
    body: { date: `${nextYear()}-01-05`, off: true, reason: 'announced' },
  }),
  'POST /api/calendars/{id}/years/{year}/confirm': async () => ({ path: { id: 'EG', year: nextYear() }, body: {} }),
  'POST /api/law-paths': async ({ id }) => ({ body: path(id) }),
  'POST /api/partners': async ({ id }) => ({ body: { id, name } }),
  'POST /api/partners/{id}/suspend': async (ground) => ({
    path: { id: await partner(ground) },
    body: { reason: 'audit' },
  }),
};
