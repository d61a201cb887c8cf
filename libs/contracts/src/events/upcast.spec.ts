import { describe, expect, it } from '@jest/globals';
import { genesisHash, type AnyRecordedEvent } from '../envelope/recorded-event.js';
import { eventCatalogue } from './catalogue.js';
import { upcast, upcasters, type Upcaster } from './upcast.js';

/** A toy fact stated in three ways over the years: without place, then with its name, then with a record of it. */
const steps: Readonly<Record<string, Upcaster>> = {
  'lamp.lit.v1': { to: 'lamp.lit.v2', data: (data) => ({ ...data, place: 'unknown' }) },
  'lamp.lit.v2': { to: 'lamp.lit.v3', data: ({ place, ...data }) => ({ ...data, place: { name: place } }) },
};

const recorded = (type: string, data: Readonly<Record<string, unknown>> = {}): AnyRecordedEvent => ({
  stream: 'lamps/l-1',
  version: 7,
  type,
  data: { happenedOn: '2026-03-01', ...data },
  recordedAt: '2026-03-01T09:00:00.000Z',
  knownAt: '2026-03-01T09:00:00.000Z',
  source: '/lamps',
  actor: 'layla',
  correlationId: 'c-1',
  commandId: 'k-1',
  partitionKey: 'lamps/l-1',
  hash: 'f'.repeat(64),
  prevhash: genesisHash,
});

describe('an event of an older version', () => {
  it('is read in the newest one, step by step, and keeps place, times, actor and hash', () =>
    expect(upcast(recorded('lamp.lit.v1'), steps)).toEqual(recorded('lamp.lit.v3', { place: { name: 'unknown' } })));

  it('enters the chain where it stands', () =>
    expect(upcast(recorded('lamp.lit.v2', { place: 'hall' }), steps).data['place']).toEqual({ name: 'hall' }));

  it('stays in the store as it is', () => {
    const stored = Object.freeze({ ...recorded('lamp.lit.v1'), data: Object.freeze({ happenedOn: '2026-03-01' }) });
    upcast(stored, steps);
    expect(stored).toEqual(recorded('lamp.lit.v1'));
  });
});

describe('an event without a step', () => {
  it.each(['lamp.lit.v3', 'lamp.lit.v4', 'star.awarded.v1', 'toString'])('%s is handed back', (type) => {
    const event = recorded(type);
    expect(upcast(event, steps)).toBe(event);
  });
});

describe('our own upcasters', () => {
  it('take one version at a time, to a type the catalogue has', () =>
    expect(
      Object.entries(upcasters).filter(([from, { to }]) => {
        const [, fact, version] = /^(.+)\.v(\d+)$/.exec(from) ?? [];
        return to !== `${fact}.v${Number(version) + 1}` || !Object.hasOwn(eventCatalogue, to);
      }),
    ).toEqual([]));
});
