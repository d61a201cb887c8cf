import { expect, it } from '@jest/globals';
import { topicFaults } from './topic-settings.js';

const sound = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': '8388608',
  'min.insync.replicas': '2',
};
const wanted = { partitions: 12, copies: 3 };
const made = { topic: 'masar.laws', ...wanted, settings: sound };

it('a topic as it was made has no fault', () => expect(topicFaults(made, wanted)).toEqual([]));

it('a topic made while one broker alone was there is told', () =>
  expect(topicFaults({ ...made, copies: 1, settings: { ...sound, 'min.insync.replicas': '1' } }, wanted)).toEqual([
    'masar.laws has too few copies: 1, and must have 3, or the URL says replication=1',
    'masar.laws: min.insync.replicas is 1 and must be 2 or more',
  ]));

it('more copies than are asked for are no fault, while a broker rests', () =>
  expect(topicFaults(made, { partitions: 12, copies: 2 })).toEqual([]));

it.each([
  [11, {}, 'masar.laws has 11 partitions and was to have 12, for life'],
  [12, { 'retention.ms': '604800000' }, 'masar.laws: retention.ms is 604800000 and must be -1'],
  [12, { 'cleanup.policy': 'compact' }, 'masar.laws: cleanup.policy is compact and must be delete'],
  [12, { 'max.message.bytes': '1048588' }, 'masar.laws: max.message.bytes is 1048588 and must be 8388608 or more'],
])('%s partitions and %j are told', (partitions, changed, fault) =>
  expect(topicFaults({ ...made, partitions, settings: { ...sound, ...changed } }, wanted)).toEqual([fault]),
);
