import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const today = '2026-05-06';
const masar = runningStandalone('succession', { MASAR_TODAY: today, MASAR_ALLOW_TODAY: '1' });
const { joined } = peopleOf(masar);

let admin: Asking;
let oldLead: Asking;
let newLead: Asking;
let reviewerOfNew: Asking;
let reviewer: Asking;

beforeAll(async () => {
  admin = masar();
  for (const id of ['roads', 'mobility', 'health'])
    await admin.post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  oldLead = await joined('ola', { roles: ['lead'], entity: 'roads' });
  newLead = await joined('nadia', { roles: ['lead'], entity: 'mobility' });
  reviewerOfNew = await joined('maha', { roles: ['reviewer'], entity: 'mobility' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  const project = { id: 'P-1', title: { en: 'Road' }, owner: 'roads', startedOn: '2026-01-04', audience: 'reviewers' };
  await oldLead.post('/api/projects', project);
}, 120_000);

const plan = (by: Asking, id: string) =>
  by.post('/api/projects/P-1/milestones', { id, title: { en: id }, target: '2026-09-01', key: true });

describe('an entity whose place another takes', () => {
  it('has its own people until the day', async () => {
    expect((await oldLead.get('/api/session')).body).toMatchObject({ entity: 'roads' });
    expect((await plan(oldLead, 'm-1')).status).toBe(201);
    expect((await newLead.get('/api/projects/P-1')).status).toBe(404);
    expect((await newLead.get('/api/timelines/projects/P-1')).status).toBe(404);
  });

  it('has the successor’s people from the day on, in commands as in reads, and theirs work for the successor', async () => {
    expect((await admin.post('/api/entities/roads/succeed', { by: 'mobility', on: today })).status).toBe(200);
    expect((await oldLead.get('/api/session')).body).toMatchObject({ entity: 'mobility', predecessors: ['roads'] });
    expect((await newLead.get('/api/session')).body).toMatchObject({ entity: 'mobility', predecessors: ['roads'] });
    expect((await plan(newLead, 'm-2')).status).toBe(201);
    expect((await newLead.get('/api/timelines/projects/P-1')).status).toBe(200);
    expect((await plan(oldLead, 'm-3')).status).toBe(201);
    const ofNew = { id: 'P-2', title: { en: 'Rail' }, owner: 'mobility' };
    expect((await oldLead.post('/api/projects', ofNew)).status).toBe(201);
  });

  it('does not let the successor’s reviewers decide what is their own now', async () => {
    const asked = await newLead.post('/api/projects/P-1/milestones/m-1/target-changes', {
      ...{ to: '2026-12-01', reason: 'tender' },
    });
    expect(asked.status).toBe(201);
    const approve = (by: Asking) => by.post(`/api/projects/P-1/milestones/m-1/target-changes/${asked.body.id}/approve`);
    expect((await approve(reviewerOfNew)).body).toMatchObject({ status: 403, code: 'access/four-eyes' });
    expect((await approve(reviewer)).status).toBe(200);
  });

  it('owns what it owned until its owner is changed by a reviewer; then whoever owns it on that day', async () => {
    expect((await newLead.get('/api/projects/P-1')).body).toMatchObject({ owner: 'roads' });
    const change = (by: Asking, to: string) =>
      by.post('/api/projects/P-1/owner', { to, on: today, reason: 'the law of 2026' });
    expect((await change(newLead, 'mobility')).status).toBe(403);
    expect((await change(reviewer, 'health')).status).toBe(200);
    expect((await plan(newLead, 'm-4')).status).toBe(404);
  });
});
