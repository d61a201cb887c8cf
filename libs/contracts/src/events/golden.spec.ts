import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Compile } from 'typebox/compile';
import { CloudEvent, fromCloudEvent, toCloudEvent } from '../envelope/cloud-event.js';
import type { AnyRecordedEvent } from '../envelope/recorded-event.js';
import { eventCatalogue } from './catalogue.js';
import { eventMeanings } from './meanings.js';
import { upcast, upcasters } from './upcast.js';
import { validateEvent } from './validate.js';

/** Recorded examples, one for every type and version that was ever in the catalogue: what a store of any age may hold. */
const folder = new URL('../../golden/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const bytesOf = (file: string) => readFileSync(new URL(file, folder));
const goldens = files.map((file) => [file, JSON.parse(bytesOf(file).toString('utf8')) as CloudEvent] as const);
const envelope = Compile(CloudEvent);

/** `SHA256SUMS` as `sha256sum` writes it: digest, two blanks, name. */
const sums = new Map(
  bytesOf('SHA256SUMS')
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)]),
);
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('golden examples', () => {
  it('there is one for every type, and none of a type nobody can read', () => {
    const readable = new Set([...Object.keys(eventCatalogue), ...Object.keys(upcasters)]);
    expect(files.map((file) => file.replace(/\.json$/, ''))).toEqual([...readable].sort());
  });

  it('are never edited: a changed fact is a new version with an example of its own', () => {
    expect(Object.fromEntries(files.map((file) => [file, digestOf(bytesOf(file))]))).toEqual(Object.fromEntries(sums));
  });

  it('a single byte more would be noticed', () =>
    expect(digestOf(Buffer.concat([bytesOf('milestone.reached.v1.json'), Buffer.from(' ')]))).not.toBe(
      sums.get('milestone.reached.v1.json'),
    ));

  describe.each(goldens)('%s', (file, golden) => {
    it('is a CloudEvent of the type its file is named by', () => {
      expect([...envelope.Errors(golden)]).toEqual([]);
      expect(`${golden.type}.json`).toBe(file);
      expect(golden.id).toBe(`${golden.subject}@${golden.streamversion}`);
    });

    it('stands in a stream and comes from a service that its meaning names', () => {
      const { streams, recordedBy } = eventMeanings[golden.type as keyof typeof eventMeanings];
      expect(streams).toContain(golden.subject.split('/')[0]);
      expect(recordedBy).toContain(golden.source.slice(1));
    });

    it('is valid in the newest version of its type', () => {
      const event = upcast(fromCloudEvent(golden) as AnyRecordedEvent);
      expect(validateEvent(event.type, event.data)).toEqual([]);
    });

    it('comes back from the wire as it was recorded', () => {
      const recorded = { ...fromCloudEvent(golden), commandId: 'kept by the store' };
      expect(toCloudEvent(recorded, golden.epoch)).toEqual(golden);
    });

    it('is open on the wire: an attribute and a field of tomorrow are passed over', () => {
      expect(envelope.Check({ ...golden, tomorrow: 'x' })).toBe(true);
      expect(validateEvent(golden.type, { ...golden.data, tomorrow: { anything: [1] } })).toEqual([]);
      expect(fromCloudEvent({ ...golden, tomorrow: 'x' } as CloudEvent)).toEqual(fromCloudEvent(golden));
    });
  });
});

describe('the envelope', () => {
  const [, golden] = goldens[0]!;
  const { data: _data, ...attributes } = golden;

  it('has attribute names as CloudEvents asks: lower case letters and digits', () =>
    expect(Object.keys(CloudEvent.properties).filter((name) => !/^[a-z0-9]+$/.test(name))).toEqual([]));

  it.each([
    ['without data', attributes],
    ['with a version that is none', { ...golden, streamversion: 0 }],
    ['of another CloudEvents version', { ...golden, specversion: '0.3' }],
    ['without version in its type', { ...golden, type: 'milestone.reached' }],
    ['with a broken hash', { ...golden, hash: 'abc' }],
    ['of a time that is none', { ...golden, time: 'yesterday' }],
  ])('%s is refused', (_how, broken) => expect(envelope.Check(broken)).toBe(false));
});
