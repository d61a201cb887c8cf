import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { event, type Audience, type MilestonePage } from '@masar/contracts';
import { recorded, type Told } from '../rehearsal/recorded.js';
import { Room } from '../rehearsal/room.js';
import { toldMilestone, toldProject } from '../rehearsal/told-projects.js';

const mona: Actor = { user: 'mona', roles: ['member'], entity: 'health' };
const told = (id: string, members: readonly string[], audience: Audience = 'portfolio'): readonly Told[] => [
  toldProject(id, { members, audience }),
  toldMilestone(id),
];

let room: Room;
beforeEach(async () => {
  room = await Room.open();
  const left: Told = {
    stream: 'projects/left',
    at: '2026-02-02T09:00:00.000Z',
    events: [event('initiative.member-removed.v1', { happenedOn: '2026-02-02', user: 'mona' })],
  };
  room.log.deliver(
    ...recorded([
      ...told('other', ['omar']),
      ...told('joined', ['omar', 'mona']),
      ...told('team-only', ['mona'], 'team'),
      ...told('left', ['mona']),
      left,
    ]),
  );
  await room.at('2026-02-10T09:00:00.000Z');
});
afterEach(() => room.close());

const initiatives = async (reader: Actor, hideSovereign: boolean) =>
  (await room.ask<MilestonePage>({ ask: 'milestones', limit: 50, member: true, reader, hideSovereign })).items.map(
    ({ initiative: { id } }) => id,
  );

it('milestones of a member are those of the initiatives one works in by name, whoever owns them', async () => {
  expect(await initiatives(mona, true)).toEqual(['joined', 'team-only']);
  expect(await initiatives({ ...mona, roles: ['reviewer'] }, false)).toEqual(['joined', 'team-only']);
});

it('whoever is a member nowhere has none', async () => {
  expect(await initiatives({ user: 'constructor', roles: ['member'], entity: 'edu' }, true)).toEqual([]);
});
