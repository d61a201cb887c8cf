import { entities } from '../cast.js';
import type { Catalogue } from '../example.js';
import type { Ground } from '../ground.js';
import { onInitiative } from './initiative-examples.js';

const at = '/api/{kind}/{id}';
const scopeOf = (...names: readonly string[]) => ({
  entities: names.map((entity) => ({ entity, dueOn: '2026-09-01' })),
  on: '2026-02-01',
});
const scoped = (ground: Ground) => ground.give('scope', scopeOf(entities.acting, entities.own, entities.heir));
const applied = { entity: entities.acting, state: 'applied', on: '2026-03-01' };
const onApplication = (body: object) =>
  onInitiative(body, async (ground) => {
    // Where it is hidden nobody of the own entity may be concerned: its focal point would see it.
    await ground.give('scope', scopeOf(entities.acting));
    await ground.give('applications', applied);
    return { entity: entities.acting };
  });

/** What only laws, and only policies have. */
export const kindExamples: Catalogue = {
  [`POST ${at}/stages`]: onInitiative({ stage: 'ministry-draft', on: '2026-02-10' }),
  [`POST ${at}/outcome`]: onInitiative({ outcome: 'withdrawn' }, (ground) =>
    ground.give('stages', { stage: 'ministry-draft', on: '2026-02-10' }).then(() => {}),
  ),
  [`POST ${at}/scope`]: onInitiative(scopeOf(entities.acting)),
  [`POST ${at}/applications`]: async (ground) => {
    await ground.initiative();
    await (ground.whose === 'hidden' ? ground.give('scope', scopeOf(entities.acting)) : scoped(ground));
    await ground.close();
    return { path: { id: ground.id }, body: { ...applied, entity: ground.concerned } };
  },
  [`POST ${at}/applications/{entity}/verify`]: onApplication({}),
  [`POST ${at}/applications/{entity}/return`]: onApplication({ reason: 'not yet' }),
  [`POST ${at}/exempt`]: onInitiative({ entity: entities.acting, ground: 'no such service' }, (ground) =>
    ground.give('scope', scopeOf(entities.acting)).then(() => {}),
  ),
};
