import { describe, expect, it } from '@jest/globals';
import { mongoReportingSubject } from '@masar/read-models/contract';
import { mongoForTests } from '@masar/testing';
import { recorded } from './rehearsal/recorded.js';
import { randomStory } from './rehearsal/random-story.js';
import { runInterleaving } from './rehearsal/run-interleaving.js';
import { runShared } from './rehearsal/run-shared.js';

const days = ['2026-01-20', '2026-02-17'];
const now = '2026-03-09T09:00:00.000Z';
const mongo = await mongoForTests();
const whenThere = mongo.url === undefined ? describe.skip : describe;

whenThere('several processes that share the documents of a server', () => {
  it.each([4, 5])(
    'read, each of them, what one process alone reads (story %i)',
    async (story) => {
      const events = recorded(randomStory(story));
      const alone = await runInterleaving(events, 0, now, days);
      const subject = mongoReportingSubject(mongo.url!);
      for (const answers of await runShared(subject.url, events, story, { now, days })) expect(answers).toEqual(alone);
      await subject.remove();
    },
    120_000,
  );
});
