import { startSystem } from '../harness/start-system.js';
import { assembleCast } from '../rights/cast.js';
import { descriptionOf, routesIn } from '../rights/described-routes.js';
import { today } from '../rights/ground.js';
import { Matrix } from '../rights/matrix.js';
import { playAll } from '../rights/play-all.js';
import { publishedRights } from '../rights/published-rights.js';
import type { Check } from './check.js';

/** Rounds are times the whole table is played, over what the rounds before left behind. */
export const accessMatrix: Check = {
  name: 'access-matrix',
  what: 'every cell of the published table of rights holds over HTTP',
  usually: 1,
  run: async ({ rounds }) => {
    const system = await startSystem({ now: `${today}T08:00:00.000Z` });
    try {
      const matrix = new Matrix(await assembleCast(system.client), publishedRights());
      const routes = routesIn(await descriptionOf(system.client)).filter(({ action }) => action !== undefined);
      const without = routes.filter((route) => matrix.example(route) === undefined);
      const known = routes.filter((route) => !without.includes(route));
      for (let round = 0; round < rounds; round += 1) await playAll(matrix, known);
      const { cells, verdicts, faults } = matrix.played;
      const missing = without.map(({ name }) => `${name} has no example`);
      return { figures: { routes: routes.length, cells, ...verdicts }, failures: [...missing, ...faults] };
    } finally {
      await system.remove();
    }
  },
};
