import { startSystem } from '../harness/start-system.js';
import { DescribedPlay } from '../described/play-described.js';
import { assembleCast } from '../rights/cast.js';
import { descriptionOf } from '../rights/described-routes.js';
import { today } from '../rights/ground.js';
import type { Check } from './check.js';

/** Rounds are cases of each route for each role. */
export const describedInterface: Check = {
  name: 'described-interface',
  what: 'each route answers each role as the description says, whatever it is asked',
  usually: 5,
  run: async ({ rounds, seed }) => {
    const system = await startSystem({ now: `${today}T08:00:00.000Z` });
    try {
      const play = await DescribedPlay.begin(await descriptionOf(system.client), await assembleCast(system.client));
      await play.play(rounds, seed);
      const { cases, byStatus, faults } = play.played;
      return { figures: { cases, ...byStatus, faults: faults.length }, failures: faults };
    } finally {
      await system.remove();
    }
  },
};
