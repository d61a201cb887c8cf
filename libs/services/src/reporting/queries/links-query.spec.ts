import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import type { InitiativeLinks } from '@masar/contracts';
import { recorded } from '../rehearsal/recorded.js';
import { Room } from '../rehearsal/room.js';
import { toldMilestone, toldProject } from '../rehearsal/told-projects.js';

const elsewhere: Actor = { user: 'omar', roles: ['lead'], entity: 'health' };
const of = (id: string) => `projects/${id}/milestones/m`;

describe('what leans on what', () => {
  let room: Room;
  beforeEach(async () => {
    room = await Room.open();
    room.log.deliver(
      ...recorded([
        ...['P-1', 'P-2', 'P-3'].map((id) => toldProject(id)),
        toldProject('P-4', { audience: 'team' }),
        toldMilestone('P-1'),
        toldMilestone('P-2', [of('P-1')]),
        toldMilestone('P-3', [of('P-2')]),
        toldMilestone('P-4', [of('P-1')]),
      ]),
    );
    await room.at('2026-02-10T09:00:00.000Z');
  });
  afterEach(() => room.close());
  const ask = (id: string, reader = elsewhere) =>
    room.ask<InitiativeLinks>({ ask: 'links', stream: `projects/${id}`, reader });
  const inShort = ({ links }: InitiativeLinks) => links.map(({ from, to }) => `${from.reference} → ${to.reference}`);

  it('goes one step in both directions', async () => {
    const links = await ask('P-2');
    expect(inShort(links)).toEqual([`${of('P-1')} → ${of('P-2')}`, `${of('P-2')} → ${of('P-3')}`]);
    expect(links.initiatives.map(({ id }) => id)).toEqual(['P-2', 'P-1', 'P-3']);
    expect(links.links[0]!.from).toMatchObject({ title: { en: 'Milestone of P-1' }, dueOn: '2026-03-01' });
  });

  it('does not tell of what the reader may not see', async () => {
    const links = await ask('P-1');
    expect(inShort(links)).toEqual([`${of('P-1')} → ${of('P-2')}`]);
    expect(JSON.stringify(links)).not.toContain('P-4');
    await expect(ask('P-4')).rejects.toMatchObject({ code: 'read/not-found' });
    const member: Actor = { user: 'mona', roles: ['lead'], entity: 'edu' };
    expect(inShort(await ask('P-1', member))).toContain(`${of('P-1')} → ${of('P-4')}`);
  });
});
