import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { event, type Audience, type CloudEvent, type StreamName } from '@masar/contracts';
import { recorded, type Told } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const now = at(20);
const initiative = (stream: StreamName, audience: Audience): Told => ({
  stream,
  at: at(1),
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
const commitment = (stream: StreamName, named: StreamName): Told => ({
  stream,
  at: at(2),
  events: [
    event('commitment.offered.v1', {
      happenedOn: '2026-02-02',
      partner: 'nile',
      direction: 'partner-to-government',
      title: { en: stream },
      initiative: named,
      dueOn: '2026-03-01',
      offeredBy: 'government',
    }),
  ],
});
const described = (stream: StreamName, audience: Audience): Told => ({
  stream,
  at: at(3),
  events: [event('initiative.described.v1', { happenedOn: '2026-02-03', audience })],
});

const ofTeam: Actor = { user: 'layla', roles: ['lead'], entity: 'edu' };
const elsewhere: Actor = { user: 'omar', roles: ['lead'], entity: 'health' };
const partner: Actor = { user: 'nadia', roles: ['partner'], partner: 'nile' };

describe('commitments in the feed', () => {
  let room: Room;
  beforeEach(async () => {
    room = await Room.open();
  });
  afterEach(() => room.close());

  const feedOf = async (reader: Actor): Promise<readonly string[]> => {
    const { items } = await room.ask<{ items: readonly CloudEvent[] }>({ ask: 'feed', limit: 50, reader });
    return items.map(({ subject }) => subject);
  };

  it('are for whom their initiative is for, and for nobody of a partner', async () => {
    room.log.deliver(
      ...recorded([
        initiative('projects/open', 'portfolio'),
        initiative('projects/secret', 'team'),
        commitment('commitments/c-1', 'projects/open'),
        commitment('commitments/c-2', 'projects/secret'),
      ]),
    );
    await room.at(now);
    const all = ['projects/open', 'projects/secret', 'commitments/c-1', 'commitments/c-2'];
    expect(await feedOf(ofTeam)).toEqual(all);
    expect(await feedOf(elsewhere)).toEqual(['projects/open', 'commitments/c-1']);
    expect(await feedOf(partner)).toEqual([]);
  });

  it('follow the audience of their initiative as it changes', async () => {
    const commits = [initiative('projects/open', 'portfolio'), commitment('commitments/c-1', 'projects/open')];
    const story = recorded([...commits, described('projects/open', 'team')]);
    room.log.deliver(...story.slice(0, 2));
    await room.at(now);
    expect(await feedOf(elsewhere)).toHaveLength(2);
    room.log.deliver(...story.slice(2));
    await room.at(now);
    expect(await feedOf(elsewhere)).toEqual([]);
    expect(await feedOf(ofTeam)).toHaveLength(3);
  });

  it('are for nobody while their initiative has not come, or could not be read', async () => {
    const [registration, offered] = recorded([
      initiative('projects/open', 'portfolio'),
      commitment('commitments/c-1', 'projects/open'),
    ]);
    room.log.deliver(offered!);
    await room.at(now);
    expect(await feedOf(ofTeam)).toEqual([]);
    room.log.deliver({ ...registration!, data: { ...registration!.data, audience: 'everybody' } });
    await room.at(now);
    expect(await room.projector.parked()).toMatchObject([{ stream: 'projects/open', code: 'event/invalid' }]);
    for (const reader of [ofTeam, elsewhere]) expect(await feedOf(reader)).toEqual([]);
    room.log.truth = [registration!, offered!];
    expect(await room.projector.replay()).toEqual([]);
    for (const reader of [ofTeam, elsewhere]) expect(await feedOf(reader)).toContain('commitments/c-1');
  });

  it('are for nobody where it could not be read what they are for', async () => {
    const [registration, offered] = recorded([
      initiative('projects/open', 'portfolio'),
      commitment('commitments/c-1', 'projects/open'),
    ]);
    room.log.deliver(registration!, { ...offered!, data: { ...offered!.data, initiative: 7 } });
    await room.at(now);
    expect(await room.projector.parked()).toMatchObject([{ stream: 'commitments/c-1', code: 'event/invalid' }]);
    expect(await feedOf(ofTeam)).toEqual(['projects/open']);
  });
});
