import { describe, expect, it } from '@jest/globals';
import { recorded } from './rehearsal/recorded.js';
import { randomStory } from './rehearsal/random-story.js';
import { runInterleaving } from './rehearsal/run-interleaving.js';

/** `MASAR_INTERLEAVINGS=200` for the long run. */
const runs = Number(process.env['MASAR_INTERLEAVINGS'] ?? 8);
const days = ['2026-01-05', '2026-01-20', '2026-02-03', '2026-02-17', '2026-03-02'];
const now = '2026-03-09T09:00:00.000Z';

describe('the same streams, however they are interleaved, repeated and interrupted', () => {
  it.each(Array.from({ length: Math.ceil(runs / 4) }, (_, index) => index + 1))(
    'read the same (story %i)',
    async (story) => {
      const events = recorded(randomStory(story));
      const first = await runInterleaving(events, 0, now, days);
      expect(first.filter((answer) => answer.startsWith('refused') && !answer.includes('read/not-found'))).toEqual([]);
      for (let seed = 1; seed <= 4; seed += 1)
        expect(await runInterleaving(events, story * 100 + seed, now, days)).toEqual(first);
    },
    120_000,
  );
});
