import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { event, type Audience, type StreamName } from '@masar/contracts';
import { recorded, type Told } from '../rehearsal/recorded.js';
import { Room } from '../rehearsal/room.js';
import { watchedModels } from '../rehearsal/watched-models.js';
import { readChanges } from './changes-query.js';
import { DelaysQuery } from './delays-query.js';
import { Views } from './view.js';

const now = '2026-02-20T09:00:00.000Z';
const elsewhere: Actor = { user: 'omar', roles: ['lead'], entity: 'health' };
const registered = (stream: StreamName, audience: Audience): Told => ({
  stream,
  at: '2026-02-01T09:00:00.000Z',
  events: [
    event('initiative.registered.v1', {
      happenedOn: '2026-02-01',
      kind: 'projects',
      title: { en: stream },
      owner: 'edu',
      draft: false,
      audience,
      startedOn: '2026-02-01',
    }),
  ],
});

let room: Room;
let views: Views;
let looks: string[];
beforeEach(async () => {
  room = await Room.open();
  looks = [];
  const { readModels, history } = room.store;
  const models = watchedModels(readModels, (collection) => void looks.push(collection));
  views = new Views({ log: room.log, models, history, defaultZone: 'Africa/Cairo' });
});
afterEach(() => room.close());

it('changes that a reader may not see are passed over many at once, however few he asks for', async () => {
  const hidden = Array.from({ length: 100 }, (_, n) => registered(`projects/a-${n}`, 'team'));
  room.log.deliver(...recorded([...hidden, registered('projects/open', 'portfolio')]));
  await room.at(now);
  const since = '2026-01-01T00:00:00.000Z';
  const page = await readChanges(views, { ask: 'changes', now, since, limit: 1, reader: elsewhere });
  expect(page.items.map(({ initiative }) => initiative.id)).toEqual(['open']);
  expect(looks.filter((collection) => collection.startsWith('portfolio-changes'))).toHaveLength(1);
});

it('delays are worked out once for each who asks otherwise, until something is folded', async () => {
  const story = recorded([registered('projects/a', 'portfolio'), registered('projects/b', 'portfolio')]);
  room.log.deliver(...story.slice(0, 1));
  await room.at(now);
  const query = new DelaysQuery();
  const ask = (kind?: 'projects' | 'laws') =>
    query.read(views, { ask: 'delays', now, reader: elsewhere, ...(kind && { kind: [kind] }) });
  const first = await Promise.all([ask(), ask('laws'), ask()]);
  expect(first[2]).toBe(first[0]);
  expect(await ask()).toBe(first[0]);
  expect(await ask('laws')).toBe(first[1]);
  room.log.deliver(...story.slice(1));
  await room.at(now);
  expect(await ask()).not.toBe(first[0]);
});
