import { describe, expect, it } from '@jest/globals';
import { openReportingStore } from '@masar/read-models';
import { cutStory, differing, documentsOf, foldCut, type Again, type CutStory } from './rehearsal/cut-page.js';

const folded = async (story: CutStory, most: number, again?: Again) => {
  const store = await openReportingStore('sqlite::memory:');
  const written = await foldCut(store, story, most, again);
  const documents = await documentsOf(store.readModels);
  await store.close();
  return { written, documents };
};

describe('a page whose writing was cut', () => {
  const again: readonly Again[] = ['the same page', 'a longer page'];
  it.each([1, 5].flatMap((seed) => again.map((how) => [seed, how] as const)))(
    'anywhere, and folded again, leaves the documents of one that was not (story %i, %s)',
    async (seed, how) => {
      const story = cutStory(seed, 16);
      const whole = await folded(story, Infinity);
      expect(whole.written).toBeGreaterThan(10);
      for (let most = 0; most < whole.written; most += 1) {
        const { documents } = await folded(story, most, how);
        expect({ most, differing: differing(documents, whole.documents) }).toEqual({ most, differing: [] });
      }
    },
    60_000,
  );
});
