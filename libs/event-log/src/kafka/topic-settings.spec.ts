import { expect, it } from '@jest/globals';
import { topicFaults } from './topic-settings.js';

const sound = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': '8388608',
};

it('a topic as it was made has no fault', () =>
  expect(topicFaults({ topic: 'masar.laws', partitions: 12, settings: sound }, 12)).toEqual([]));

it.each([
  [11, {}, 'masar.laws has 11 partitions and was to have 12, for life'],
  [12, { 'retention.ms': '604800000' }, 'masar.laws: retention.ms is 604800000 and must be -1'],
  [12, { 'cleanup.policy': 'compact' }, 'masar.laws: cleanup.policy is compact and must be delete'],
  [12, { 'max.message.bytes': '1048588' }, 'masar.laws: max.message.bytes is 1048588 and must be 8388608 or more'],
])('%s partitions and %j are told', (partitions, changed, fault) =>
  expect(topicFaults({ topic: 'masar.laws', partitions, settings: { ...sound, ...changed } }, 12)).toEqual([fault]),
);
