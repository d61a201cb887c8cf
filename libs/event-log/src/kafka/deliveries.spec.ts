import { describe, expect, it } from '@jest/globals';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { takenFrom } from './deliveries.js';
import { recordOf, type EventRecord } from './event-record.js';

const place = { topic: 'masar.projects', partition: 3 };
const fetched = (records: readonly (EventRecord | 'noise')[]) =>
  records.map((record, index) => ({
    offset: String(index),
    ...(record === 'noise' ? { value: Buffer.from('noise') } : { value: record.value, headers: record.headers }),
  }));
const taken = (records: readonly (EventRecord | 'noise')[], most: number) =>
  [...takenFrom(fetched(records), place, most)].map(({ delivery, undecodable, lastOffset }) => ({
    versions: delivery?.events.map(({ version }) => version) ?? [],
    epoch: delivery?.epoch,
    from: delivery?.firstOffset,
    undecodable: undecodable.map(({ offset }) => offset),
    lastOffset,
  }));

describe('what is taken from a partition', () => {
  const pending = new PendingInMemory();
  const commits = [1, 3, 1].map((facts) =>
    pending.commit('projects/P-1', facts).events.map((one) => recordOf(one, 'e')),
  );

  it('ends a delivery at its bound and never inside a commit', () => {
    expect(taken(commits.flat(), 2)).toEqual([
      { versions: [1, 2, 3, 4], epoch: 'e', from: '0', undecodable: [], lastOffset: '3' },
      { versions: [5], epoch: 'e', from: '4', undecodable: [], lastOffset: '4' },
    ]);
  });

  it('is of one epoch', () => {
    const restored = pending.commit('projects/P-2').events.map((one) => recordOf(one, 'restored'));
    expect(taken([...commits[0]!, ...restored], 10).map(({ epoch, versions }) => [epoch, versions])).toEqual([
      ['e', [1]],
      ['restored', [1]],
    ]);
  });

  it('passes over what is no event, and says where it lies', () => {
    expect(taken(['noise', ...commits[0]!, 'noise'], 10)).toEqual([
      { versions: [1], epoch: 'e', from: '0', undecodable: ['0', '2'], lastOffset: '2' },
    ]);
    expect(taken(['noise'], 10)).toMatchObject([{ versions: [], undecodable: ['0'], lastOffset: '0' }]);
    expect(taken([], 10)).toEqual([]);
  });
});
