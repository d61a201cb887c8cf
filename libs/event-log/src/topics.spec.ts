import { describe, expect, it } from '@jest/globals';
import { eventMeanings, isPublished, type EventType } from '@masar/contracts';
import { contexts, partitionKeyOf, topicRowOf } from './topics.js';

const collections = (wanted: (type: string) => boolean): Set<string> =>
  new Set((Object.keys(eventMeanings) as EventType[]).filter(wanted).flatMap((type) => eventMeanings[type].streams));

describe('topics', () => {
  it('every collection of the catalogue has its place, with a topic where anything of it is published', () => {
    const published = collections(isPublished);
    for (const collection of collections(() => true))
      expect([collection, topicRowOf(`${collection}/x`)?.context !== undefined]).toEqual([
        collection,
        published.has(collection),
      ]);
  });

  it('a collection nobody has entered has none', () => expect(topicRowOf('unheard-of/x')).toBeUndefined());

  it('contexts are named once each', () => expect(new Set(contexts).size).toBe(contexts.length));

  it('a stream is keyed by itself, a commitment by the initiative it is for', () => {
    expect(partitionKeyOf('laws/L-1')).toBe('laws/L-1');
    expect(partitionKeyOf('commitments/c-1', 'laws/L-1')).toBe('laws/L-1');
    expect(() => partitionKeyOf('commitments/c-1')).toThrow('keyed by its initiative');
  });
});
