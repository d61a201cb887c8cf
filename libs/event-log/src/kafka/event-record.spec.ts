import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { openEventStore } from '@masar/event-store';
import { sampleAppend } from '@masar/event-store/contract';
import canonicalize from 'canonicalize';
import { commandHeader, eventOf, recordOf, withheldType, type EventRecord } from './event-record.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';

/** As a client hands it over: everything in bytes. */
const received = ({ value, headers }: EventRecord) => ({
  value: Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
});
const [first, second] = new PendingInMemory().commit('projects/P-1', 2).events;

describe('an event as a Kafka record', () => {
  it('carries its attributes as headers, its data alone as the value and its partition key as the key', () => {
    const record = recordOf(second!, 'epoch-1');
    expect(record.key).toBe('projects/P-1');
    expect(JSON.parse(record.value.toString())).toEqual(second!.data);
    expect(record.headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: 'projects/P-1@2',
      ce_type: 'milestone.forecast.v1',
      ce_source: '/projects',
      ce_subject: 'projects/P-1',
      ce_time: '2026-03-01T09:00:00.000Z',
      ce_knownat: '2026-03-01T09:00:00.000Z',
      ce_streamversion: '2',
      ce_partitionkey: 'projects/P-1',
      ce_hash: second!.hash,
      ce_prevhash: first!.hash,
      ce_epoch: 'epoch-1',
      ce_actor: 'سارة',
      ce_correlationid: 'correlation of command 1',
      [commandHeader]: 'command 1',
    });
  });

  it('comes back as it was recorded', () => {
    for (const one of [first!, second!, { ...second!, onBehalfOf: 'ليلى', causationId: 'laws/L-1@3' }])
      expect(eventOf(received(recordOf(one, 'epoch-1')))).toEqual({ event: one, epoch: 'epoch-1' });
  });

  it('keeps what its hash was made of: the stored text follows from the record', async () => {
    const store = await openEventStore('sqlite::memory:');
    await store.append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2, knownAt: '2026-02-01T22:00:00.000Z' }));
    const [, stored] = await store.read('projects/P-1');
    await store.close();
    const { hash, ...envelope } = eventOf(received(recordOf(stored!, 'e'))).event;
    expect(createHash('sha256').update(canonicalize(envelope)!).digest('hex')).toBe(hash);
  });

  it('of an internal type leaves place and hashes, and nothing of its content', () => {
    const inside = new PendingInMemory().commit('imports/1', [
      event('import.commands-planned.v1', { happenedOn: '2026-03-01', page: 0, rows: [] }),
    ]).events[0]!;
    const record = received(recordOf(inside, 'e'));
    expect(eventOf(record).event).toEqual({ ...inside, type: withheldType, data: { happenedOn: '2026-03-01' } });
  });

  it('takes a header or a field of tomorrow as nothing', () => {
    const record = received(recordOf(second!, 'e'));
    const tomorrow = { ...record, headers: { ...record.headers, ce_tomorrow: Buffer.from('x'), other: 'y' } };
    expect(eventOf(tomorrow).event).toEqual(second);
  });

  it.each([
    ['no value', { value: null }, 'happenedOn|data|CloudEvent'],
    ['a value that is no JSON', { value: Buffer.from('{') }, 'the value is no JSON'],
    ['no command', { headers: { [commandHeader]: undefined } }, commandHeader],
    ['another specification', { headers: { ce_specversion: '0.3' } }, 'specversion'],
    ['a version that is no number', { headers: { ce_streamversion: 'two' } }, 'streamversion'],
    ['an id of another place', { headers: { ce_id: 'projects/P-1@3' } }, 'do not fit each other'],
    ['another media type', { headers: { 'content-type': 'application/avro' } }, 'datacontenttype'],
    ['no hash', { headers: { ce_hash: undefined } }, 'hash'],
  ])('with %s is told as no event', (_, { value, headers }: { value?: Buffer | null; headers?: object }, reason) => {
    const record = received(recordOf(second!, 'e'));
    const changed = { value: value === undefined ? record.value : value, headers: { ...record.headers, ...headers } };
    expect(() => eventOf(changed)).toThrow(new RegExp(reason));
  });
});
