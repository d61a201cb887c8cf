import { afterAll, describe, expect, it } from '@jest/globals';
import { openReportingStore } from '@masar/read-models';
import { recorded } from './rehearsal/recorded.js';
import { randomStory } from './rehearsal/random-story.js';
import { runInterleaving } from './rehearsal/run-interleaving.js';
import { runShared } from './rehearsal/run-shared.js';
import { temporaryFolder } from '@masar/testing';

const days = ['2026-01-20', '2026-02-17'];
const now = '2026-03-09T09:00:00.000Z';
const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('several processes that share the documents', () => {
  it.each([1, 2, 3])(
    'read, each of them, what one process alone reads (story %i)',
    async (story) => {
      const events = recorded(randomStory(story));
      const alone = await runInterleaving(events, 0, now, days);
      const url = `sqlite:${folder.path}/shared-${story}.db`;
      await (await openReportingStore(url)).close();
      for (const answers of await runShared(url, events, story, { now, days })) expect(answers).toEqual(alone);
    },
    60_000,
  );
});
