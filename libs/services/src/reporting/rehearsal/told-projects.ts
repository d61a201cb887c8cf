import { event, type Audience, type StreamName } from '@masar/contracts';
import type { Told } from './recorded.js';

const streamOf = (id: string): StreamName => `projects/${id}`;

/** A project registered on 1 February 2026, started that day. */
export const toldProject = (
  id: string,
  { owner = 'edu', audience = 'portfolio' as Audience, members = [] as readonly string[] } = {},
): Told => ({
  stream: streamOf(id),
  at: '2026-02-01T09:00:00.000Z',
  events: [
    event('initiative.registered.v1', {
      ...{ happenedOn: '2026-02-01', startedOn: '2026-02-01', kind: 'projects', draft: false },
      ...{ title: { en: id }, owner, audience },
    }),
    ...members.map((user) => event('initiative.member-added.v1', { happenedOn: '2026-02-01', user, role: 'member' })),
  ],
});

/** Its milestone `m`, promised for 1 March. */
export const toldMilestone = (id: string, dependsOn: string[] = []): Told => ({
  stream: streamOf(id),
  at: '2026-02-01T10:00:00.000Z',
  events: [
    event('milestone.planned.v1', {
      ...{ happenedOn: '2026-02-01', milestone: 'm', title: { en: `Milestone of ${id}` } },
      ...{ target: '2026-03-01', key: true, dependsOn },
    }),
  ],
});
