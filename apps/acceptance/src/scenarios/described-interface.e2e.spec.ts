import { describe, expect, it } from '@jest/globals';
import { useSystem } from '../harness/system-for-specs.js';
import { DescribedPlay } from '../described/play-described.js';
import { assembleCast } from '../rights/cast.js';
import { descriptionOf } from '../rights/described-routes.js';
import { today } from '../rights/ground.js';

const { api } = useSystem({ now: `${today}T08:00:00.000Z` });

describe('the interface, asked as it describes itself and otherwise', () => {
  it('answers each role at each route as it is described: no fault of its own, a code with every refusal', async () => {
    const play = await DescribedPlay.begin(await descriptionOf(api()), await assembleCast(api()));
    await play.play(1, 20_260_311);
    expect(play.played.faults).toEqual([]);
    expect(play.played.cases).toBeGreaterThan(2_500);
    expect(play.played.byStatus['200']).toBeGreaterThan(100);
  }, 600_000);
});
