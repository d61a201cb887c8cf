import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('ratings', { MASAR_TODAY: '2026-03-04' });
const { joined } = peopleOf(masar);
const ratings = '/api/projects/P-1/ratings';
let lead: Asking;
let reviewer: Asking;
let samir: Asking;

const confidence = async (query = '') =>
  (await lead.get(`/api/timelines/projects/P-1${query}`)).body.confidence as Record<string, unknown>;
const found = async (colour: string) => {
  const { body } = await lead.get(`/api/portfolio?colour=${colour}`);
  return body.items.map(({ id }: { id: string }) => id);
};

beforeAll(async () => {
  for (const id of ['education', 'health'])
    await masar().post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  samir = await joined('samir', { roles: ['independent'], entity: 'health' });
  for (const id of ['P-1', 'P-2'])
    await lead.post('/api/projects', { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01' });
}, 60_000);

describe('delivery confidence', () => {
  it('is said by three voices, each by the role of who says it', async () => {
    expect((await lead.post(ratings, { colour: 'green', on: '2026-02-01', id: 'r-1' })).status).toBe(201);
    expect(
      (await reviewer.post(ratings, { colour: 'red', note: 'No contract', backToGreen: '2026-06-01' })).status,
    ).toBe(201);
    expect(await confidence()).toEqual({
      team: { colour: 'green', on: '2026-02-01', by: 'layla', old: true },
      reviewer: { colour: 'red', on: '2026-03-04', by: 'rami', old: false },
      independent: null,
      apart: false,
    });
    const listed = (await reviewer.get(ratings)).body.items;
    expect(listed).toMatchObject([
      { id: 'r-1', voice: 'team', colour: 'green' },
      { voice: 'reviewer', backToGreen: '2026-06-01' },
    ]);
    expect((await reviewer.get(`${ratings}/r-1`)).body).toMatchObject({ id: 'r-1', colour: 'green' });
  });

  it('is found by its colour, and read as it was', async () => {
    expect(await found('red')).toEqual(['P-1']);
    expect(await found('amber')).toEqual([]);
    expect(await confidence('?on=2026-02-20')).toMatchObject({ team: { colour: 'green', old: false }, reviewer: null });
  });

  it('a team cannot rate itself independent: no field says so, and nobody of it can be appointed', async () => {
    expect((await lead.post(ratings, { colour: 'green', voice: 'independent' })).status).toBe(400);
    const appoint = (by: Asking, user: string) => by.post('/api/projects/P-1/members', { user, role: 'independent' });
    expect((await appoint(lead, 'layla')).body.code).toMatch(/^access\//);
    expect((await appoint(reviewer, 'layla')).status).toBe(201);
    expect((await lead.post(ratings, { colour: 'green' })).status).toBe(403);
    expect((await confidence())['independent']).toBeNull();
  });

  it('an assessor rates where appointed, and nowhere else', async () => {
    expect((await samir.post(ratings, { colour: 'amber' })).body.code).toBe('access/denied');
    await reviewer.post('/api/projects/P-1/members', { user: 'samir', role: 'independent' });
    expect((await samir.post(ratings, { colour: 'amber' })).status).toBe(201);
    expect((await samir.post('/api/projects/P-2/ratings', { colour: 'amber' })).status).toBe(403);
    expect((await confidence())['independent']).toMatchObject({ colour: 'amber', by: 'samir' });
  });
});
