import { describe, expect, it } from '@jest/globals';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import type { AnyRecordedEvent } from '@masar/contracts';
import type { Contact } from './contacts.js';
import { momentOf } from './moment.js';

const entity = (id: string, jurisdiction: string, zone: string) =>
  ({
    stream: `entities/${id}`,
    version: 1,
    type: 'entity.registered.v1',
    data: { happenedOn: '2020-01-01', name: { en: id }, jurisdiction, zone, calendar: jurisdiction },
    recordedAt: '2020-01-01T00:00:00.000Z',
    knownAt: '2020-01-01T00:00:00.000Z',
  }) as unknown as AnyRecordedEvent;
const directory = directoryAt(
  collectDirectoryRun(emptyDirectoryFacts, [
    entity('works', 'EG', 'Africa/Cairo'),
    entity('economy', 'AE', 'Asia/Dubai'),
  ]),
  { defaultZone: 'Africa/Cairo' },
);
const of = (at?: string): Contact => ({
  actor: { user: 'u', roles: ['lead'], ...(at !== undefined && { entity: at }) },
  mail: 'u@example.org',
  language: 'ar',
  atOnce: true,
});

describe('when somebody is written to', () => {
  it('is on the working days of the own entity', () => {
    // A Friday: Egypt rests, the Emirates work. A Sunday: the other way round.
    expect(momentOf(of('works'), '2026-03-06T09:00:00.000Z', directory)).toBeUndefined();
    expect(momentOf(of('economy'), '2026-03-06T09:00:00.000Z', directory)).toMatchObject({ on: '2026-03-06' });
    expect(momentOf(of('economy'), '2026-03-08T09:00:00.000Z', directory)).toBeUndefined();
    expect(momentOf(of('works'), '2026-03-08T09:00:00.000Z', directory)).toMatchObject({ on: '2026-03-08' });
  });
  it('is not on a holiday', () => expect(momentOf(of('works'), '2026-07-23T09:00:00.000Z', directory)).toBeUndefined());
  it('has a digest from seven in the morning where the person is', () => {
    const due = (at: string | undefined, now: string) => momentOf(of(at), now, directory)?.isDigestDue;
    expect([due('works', '2026-03-04T04:59:00.000Z'), due('works', '2026-03-04T05:00:00.000Z')]).toEqual([false, true]);
    expect([due('economy', '2026-03-04T02:59:00.000Z'), due('economy', '2026-03-04T03:00:00.000Z')]).toEqual([
      false,
      true,
    ]);
    expect(due(undefined, '2026-03-04T05:00:00.000Z')).toBe(true);
  });
  it('of whoever has no entity is a working day of the country of the house', () => {
    expect(momentOf(of(), '2026-03-06T09:00:00.000Z', directory)).toBeUndefined();
    expect(momentOf(of(), '2026-03-08T09:00:00.000Z', directory)).toMatchObject({ on: '2026-03-08' });
  });
});
