import { describe, expect, it } from '@jest/globals';
import { openReportingStore, type DocumentWrite, type ReadModels } from '@masar/read-models';
import { declareGeneration, firstGeneration, generation } from './projector/generation.js';
import { Projection } from './projector/projection.js';
import { WrittenByAnother } from './projector/written-by-another.js';
import { cutAfter } from './rehearsal/cut-models.js';
import { cutStory, differing, documentsOf, foldCut } from './rehearsal/cut-page.js';

const made = generation(firstGeneration);
const nothing = { forks: [], broken: [] };

/** Documents whose writer stops before the write of so many, until it is woken. */
const stoppingBefore = (models: ReadModels, most: number) => {
  let written = 0;
  let stopped: () => void;
  const isStopped = new Promise<void>((resolve) => (stopped = resolve));
  let wake: () => void = () => undefined;
  const isWoken = new Promise<void>((resolve) => (wake = resolve));
  const write = async (writes: readonly DocumentWrite[]) => {
    for (const [index, one] of writes.entries()) {
      if (written === most) {
        stopped();
        await isWoken;
      }
      const { conflictAt } = await models.write([one]);
      if (conflictAt !== undefined) return { conflictAt: index };
      written += 1;
    }
    return {};
  };
  return { models: { ...cutAfter(models, Infinity).models, write }, isStopped, wake };
};

describe('a writer that was stopped in the middle of a page and wakes when another has gone on', () => {
  it.each([1, 3])('leaves everything as the other wrote it (story %d)', async (seed) => {
    const story = cutStory(seed, 40);
    const quiet = await openReportingStore('sqlite::memory:');
    const count = await foldCut(quiet, story, Infinity);
    const expected = await documentsOf(quiet.readModels);
    const wrong = new Map<number, readonly string[]>();
    for (let most = 1; most < count; most += Math.max(1, Math.floor(count / 8))) {
      const { readModels, history } = await openReportingStore('sqlite::memory:');
      await declareGeneration(readModels, made);
      await history.insert('delivery', [...story.before, ...story.page, ...story.later], 0);
      const open = async (models: ReadModels) => {
        const projection = new Projection({ models, history, defaultZone: 'Africa/Cairo' }, made);
        await projection.load();
        return projection;
      };
      const oneByOne = cutAfter(readModels, Infinity).models;
      await (await open(oneByOne)).apply(story.before, nothing, story.before.length);
      const stopping = stoppingBefore(readModels, most);
      const second = story.before.length + story.page.length;
      const first = await open(stopping.models);
      const page = first.apply(story.page, nothing, second).then(
        () => 'written',
        (fault: unknown) => fault,
      );
      await Promise.race([stopping.isStopped, page]);
      const next = await open(oneByOne);
      if (next.state.offset < second) await next.apply(story.page, nothing, second);
      await next.apply(story.later, nothing, second + story.later.length);
      await next.tick(story.now);
      stopping.wake();
      const met = await page;
      if (met !== 'written') expect(met).toBeInstanceOf(WrittenByAnother);
      const differs = differing(await documentsOf(readModels), expected);
      if (differs.length > 0) wrong.set(most, differs.slice(0, 4));
    }
    expect([...wrong]).toEqual([]);
  });
});
