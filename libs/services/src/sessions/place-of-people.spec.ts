import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent, LocalDate, StreamName } from '@masar/contracts';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import type { DirectoryService } from '../platform/directory-service.js';
import { PlaceOfPeople } from './place-of-people.js';

const recorded = (stream: StreamName, version: number, type: string, data: object): AnyRecordedEvent =>
  ({
    ...{ stream, version, type, data, recordedAt: '2026-01-01T00:00:00.000Z', knownAt: '2026-01-01T00:00:00.000Z' },
    ...{ source: '/registry', actor: 'admin', correlationId: 'c', commandId: 'c', partitionKey: stream },
    ...{ hash: '', prevhash: '' },
  }) as AnyRecordedEvent;

const registered = (id: string, zone = 'Africa/Cairo') =>
  recorded(`entities/${id}`, 1, 'entity.registered.v1', {
    ...{ happenedOn: '2026-01-01', name: { en: id }, jurisdiction: 'EG', zone, calendar: 'EG' },
  });
const succeeded = (id: string, by: string, on: LocalDate) =>
  recorded(`entities/${id}`, 2, 'entity.succeeded.v1', { happenedOn: on, by });

const placesAt = (now: string, events: readonly AnyRecordedEvent[]) => {
  const facts = collectDirectoryRun(emptyDirectoryFacts, events);
  const directory = { facts: () => facts, current: () => directoryAt(facts, { defaultZone: 'Africa/Cairo' }) };
  return new PlaceOfPeople(directory as unknown as DirectoryService, () => now);
};

const house = [
  ...['transport', 'roads', 'mobility', 'rail'].map((id) => registered(id)),
  succeeded('roads', 'transport', '2026-03-01'),
  succeeded('transport', 'mobility', '2026-06-01'),
  succeeded('rail', 'mobility', '2026-06-01'),
];

describe('where people belong', () => {
  it('is their own entity until the day of its succession, in its own zone', () => {
    const before = placesAt('2026-02-28T21:59:00.000Z', house);
    expect(before.of({ entity: 'roads' })).toEqual({ entity: 'roads' });
    const after = placesAt('2026-02-28T22:00:00.000Z', house);
    expect(after.of({ entity: 'roads' })).toEqual({ entity: 'transport', predecessors: ['roads'] });
    expect(after.of({ entity: 'transport' })).toEqual({ entity: 'transport', predecessors: ['roads'] });
  });

  it('is the end of a chain, with all whose place it has taken', () => {
    const places = placesAt('2026-06-02T00:00:00.000Z', house);
    for (const entity of ['roads', 'transport', 'rail', 'mobility'])
      expect(places.of({ entity })).toEqual({ entity: 'mobility', predecessors: ['rail', 'roads', 'transport'] });
  });

  it('is nothing but a partner for a partner’s people, and nothing for the cabinet office', () => {
    const places = placesAt('2026-06-02T00:00:00.000Z', house);
    expect([places.of({ partner: 'p-1' }), places.of({})]).toEqual([{ partner: 'p-1' }, {}]);
  });
});
