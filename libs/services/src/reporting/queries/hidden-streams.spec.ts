import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { event, type Audience, type StreamName } from '@masar/contracts';
import { recorded, type Told } from '../rehearsal/recorded.js';
import { Room } from '../rehearsal/room.js';
import { watchedModels } from '../rehearsal/watched-models.js';
import { Views } from './view.js';

const at = '2026-02-01T09:00:00.000Z';
const [open, secret]: readonly StreamName[] = ['projects/open', 'projects/secret'];
const elsewhere: Actor = { user: 'omar', roles: ['lead'], entity: 'health' };
const told = (stream: StreamName, told: Told['events'][number]): Told => ({ stream, at, events: [told] });
const registered = (stream: StreamName, audience: Audience): Told =>
  told(
    stream,
    event('initiative.registered.v1', {
      happenedOn: '2026-02-01',
      kind: 'projects',
      title: { en: stream },
      owner: 'edu',
      draft: false,
      audience,
      startedOn: '2026-02-01',
    }),
  );
const described = (stream: StreamName, audience: Audience): Told =>
  told(stream, event('initiative.described.v1', { happenedOn: '2026-02-01', audience }));
const noted = (stream: StreamName): Told =>
  told(stream, event('note.added.v1', { happenedOn: '2026-02-01', note: 'n-1', text: 'When?' }));
const story = recorded([
  registered(open!, 'portfolio'),
  registered(secret!, 'team'),
  noted(open!),
  described(open!, 'team'),
  described(open!, 'portfolio'),
  noted(secret!),
]);

describe('what a reader may not see', () => {
  let room: Room;
  let readings: number;
  let fault: Error | undefined;
  let views: Views;
  beforeEach(async () => {
    room = await Room.open();
    [readings, fault] = [0, undefined];
    const { readModels, history } = room.store;
    const models = watchedModels(readModels, (_, asked) => {
      if (asked.equal?.['audience'] === undefined) return;
      readings += 1;
      if (fault) throw fault;
    });
    views = new Views({ log: room.log, models, history, defaultZone: 'Africa/Cairo' });
  });
  afterEach(() => room.close());

  const folded = async (from: number, to: number) => {
    room.log.deliver(...story.slice(from, to));
    await room.at(at);
  };
  const hidden = async () => [...(await views.open(elsewhere)).hidden].sort();

  it('is read again only where something of it was folded, or its audience was said anew', async () => {
    await folded(0, 2);
    expect(await hidden()).toEqual([secret]);
    expect([await hidden(), readings]).toEqual([[secret], 1]);
    await folded(2, 3);
    expect([await hidden(), readings]).toEqual([[secret], 1]);
    await folded(3, 4);
    expect([await hidden(), readings]).toEqual([[open, secret], 2]);
    await folded(4, 5);
    expect([await hidden(), readings]).toEqual([[secret], 3]);
    await folded(5, 6);
    expect([await hidden(), readings]).toEqual([[secret], 4]);
  });

  it('is read once for all who ask at the same time', async () => {
    await folded(0, 2);
    expect(await Promise.all([hidden(), hidden(), hidden()])).toEqual([[secret], [secret], [secret]]);
    expect(readings).toBe(1);
  });

  it('is asked for again where it could not be read', async () => {
    await folded(0, 2);
    fault = new Error('away');
    await expect(hidden()).rejects.toThrow('away');
    fault = undefined;
    expect(await hidden()).toEqual([secret]);
  });
});
