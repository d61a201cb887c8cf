import { describe, expect, it } from '@jest/globals';
import { BrokerUnavailable, TopicFault } from '@masar/event-log';
import { TopicsAsserted } from './topics-asserted.js';

/** A broker that answers so, one after the other, the last answer for good. */
const answering = (...answers: readonly (Error | undefined)[]) => {
  let asked = 0;
  return {
    assertTopics: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer) throw answer;
    },
    asked: () => asked,
  };
};
const quick = { shortestPauseMs: 1, longestPauseMs: 2, mendedAfterMs: 5 };
const away = new BrokerUnavailable('the broker does not answer');

describe('topics a process needs', () => {
  it('are looked at until they are as they must be; until then it says why they are not', async () => {
    const told: unknown[] = [];
    const broker = answering(away, away, new TopicFault(['masar.laws has 3 partitions']), undefined);
    const topics = new TopicsAsserted(broker, { ...quick, onFault: (fault) => void told.push(topics.fault(), fault) });
    expect(topics.fault()).toBe('topics have not been looked at yet');
    expect(await topics.asserted()).toBe(true);
    expect(topics.fault()).toBeUndefined();
    expect(told.filter((one) => typeof one === 'string')).toEqual([
      'the broker does not answer',
      'the broker does not answer',
      'masar.laws has 3 partitions',
    ]);
  });

  it('that somebody must mend are looked at again, but not in a hurry', async () => {
    const broker = answering(new TopicFault(['masar.laws forgets']));
    const topics = new TopicsAsserted(broker, { ...quick, mendedAfterMs: 60_000 });
    const asserted = topics.asserted();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([broker.asked(), topics.fault()]).toEqual([1, 'masar.laws forgets']);
    topics.stop();
    expect(await asserted).toBe(false);
  });
});
