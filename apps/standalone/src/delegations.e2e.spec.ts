import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('delegations', { MASAR_TODAY: '2026-05-04', MASAR_ALLOW_TODAY: '1' });
const { asking, joined, signIn } = peopleOf(masar);
const [yesterday, today, tomorrow] = ['2026-05-03', '2026-05-04', '2026-05-05'];

let admin: Asking;
let hoda: Asking;
let rami: Asking;
let sami: Asking;
let noor: Asking;
let tariq: Asking;
let partner: Asking;

let asked = 0;

/** Asks for another date of a key milestone, a later one each time; answers the address of the request. */
const requestBy = async (person: Asking, milestone: string, headers = {}): Promise<string> => {
  const at = `/api/projects/P-1/milestones/${milestone}/target-changes`;
  const to = `2026-12-${String((asked += 1)).padStart(2, '0')}`;
  const answer = await person.post(at, { to, reason: 'tender' }, headers);
  expect(answer).toMatchObject({ status: 201 });
  return `${at}/${answer.body.id}`;
};
const lend = (by: Asking, to: string, what: string[], more: object = {}) =>
  by.post('/api/delegations', { to, what, since: today, until: tomorrow, reason: 'leave', ...more });
const lastEvent = async () => (await admin.get('/api/projects/P-1/events?limit=500')).body.items.at(-1);

beforeAll(async () => {
  admin = masar();
  for (const id of ['works', 'health'])
    await admin.post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG', on: yesterday });
  await admin.post('/api/partners', { id: 'builders', name: { en: 'Builders' }, on: yesterday });
  hoda = await joined('hoda', { roles: ['lead', 'member'], entity: 'works' });
  rami = await joined('rami', { roles: ['reviewer'] });
  sami = await joined('sami', { roles: ['member'], entity: 'health' });
  noor = await joined('noor', { roles: ['member'], entity: 'health' });
  tariq = await joined('tariq', { roles: ['administrator'] });
  partner = await joined('pia', { roles: ['partner'], partner: 'builders' });
  await hoda.post('/api/projects', { id: 'P-1', title: { en: 'Road' }, owner: 'works', startedOn: '2026-01-04' });
  for (const id of ['m-1', 'm-2', 'm-3'])
    await hoda.post('/api/projects/P-1/milestones', { id, title: { en: id }, target: '2026-09-01', key: true });
  await hoda.post('/api/projects/P-1/members', { user: 'noor', role: 'member' });
}, 120_000);

describe('rights that are lent', () => {
  it('are used in the name of whom they are of, from one day to another, and every event says so', async () => {
    const request = await requestBy(hoda, 'm-1');
    const decided = () => sami.post(`${request}/approve`);
    expect((await decided()).body).toMatchObject({ status: 403, code: 'access/denied' });
    const planned = await lend(rami, 'sami', ['target-change.decide'], { since: tomorrow });
    expect(planned).toMatchObject({ status: 201, body: { from: 'rami', state: 'planned' } });
    expect((await decided()).status).toBe(403);
    const made = await lend(rami, 'sami', ['target-change.decide']);
    expect(made).toMatchObject({ status: 201, body: { from: 'rami', to: 'sami', state: 'in-force', by: 'rami' } });
    expect(made.headers['location']).toBe(`/api/delegations/${made.body.id}`);
    // Sent a second time by somebody who does not know what became of the first.
    const repeated = await lend(rami, 'sami', ['target-change.decide'], { on: today });
    expect(repeated).toMatchObject({ status: 201, body: { id: made.body.id } });
    expect((await decided()).status).toBe(200);
    expect(await lastEvent()).toMatchObject({ actor: 'sami', onBehalfOf: 'rami' });
    const feed = (await admin.get('/api/events?limit=500')).body.items.at(-1);
    expect(feed).toMatchObject({ actor: 'sami', onbehalfof: 'rami' });
    expect((await sami.get('/api/session')).body.standsInFor).toMatchObject([
      { onBehalfOf: 'rami', roles: ['reviewer'] },
    ]);
    for (const { id } of [made.body, planned.body])
      expect((await rami.post(`/api/delegations/${id}/end`, { reason: 'back' })).body).toMatchObject({
        state: 'ended',
      });
    const again = await requestBy(hoda, 'm-1');
    expect((await sami.post(`${again}/approve`)).status).toBe(403);
    await rami.post(`${again}/reject`, { reason: 'enough' });
    const { history } = (await admin.get('/api/people/rami')).body;
    expect(history.map(({ what }: { what: string }) => what).slice(-4)).toEqual([
      ...['delegated', 'delegated', 'delegation-ended', 'delegation-ended'],
    ]);
  });

  it('are no way to decide one’s own request: four eyes look at both persons', async () => {
    const own = await requestBy(noor, 'm-2');
    const { id } = (await lend(rami, 'noor', ['*'])).body;
    expect((await noor.post(`${own}/approve`)).body).toMatchObject({ status: 403, code: 'access/four-eyes' });
    await rami.post(`/api/delegations/${id}/end`);
    await rami.post(`${own}/reject`, { reason: 'no' });

    const lent = await lend(hoda, 'rami', ['target-change.request']);
    const asked = await requestBy(rami, 'm-2');
    expect(await lastEvent()).toMatchObject({ actor: 'rami', onBehalfOf: 'hoda' });
    expect((await rami.post(`${asked}/approve`)).body).toMatchObject({ code: 'target-change/own-request' });
    await hoda.post(`/api/delegations/${lent.body.id}/end`);

    const toOwner = (await lend(rami, 'hoda', ['target-change.decide'])).body;
    expect((await hoda.post(`${asked}/approve`)).body).toMatchObject({ status: 403, code: 'access/four-eyes' });
    await rami.post(`/api/delegations/${toOwner.id}/end`);
    const inRamisName = await lend(noor, 'sami', ['*']);
    expect((await sami.post(`${asked}/approve`)).status).toBe(403);
    await noor.post(`/api/delegations/${inRamisName.body.id}/end`);
  });

  it('asked for in somebody’s name are decided by neither of the two', async () => {
    const { id } = (await lend(noor, 'sami', ['target-change.request'])).body;
    const asked = await requestBy(sami, 'm-3', { 'on-behalf-of': 'noor' });
    await admin.post('/api/people/noor/roles', { roles: ['reviewer'], reason: 'moved' });
    expect((await noor.post(`${asked}/approve`)).body).toMatchObject({ code: 'target-change/own-request' });
    await admin.post('/api/people/noor/roles', { roles: ['member'], entity: 'health', reason: 'back' });
    await noor.post(`/api/delegations/${id}/end`);
  });

  it('are not lent further, and lent by nobody in another’s name', async () => {
    const first = (await lend(rami, 'sami', ['*'])).body;
    const second = (await lend(sami, 'noor', ['*'])).body;
    const request = await requestBy(hoda, 'm-1');
    expect((await noor.post(`${request}/approve`)).status).toBe(403);
    const inName = { 'on-behalf-of': 'rami' };
    const body = { to: 'noor', what: ['*'], since: today, until: tomorrow };
    expect((await sami.post('/api/delegations', body, inName)).body).toMatchObject({ code: 'access/denied' });
    expect((await sami.post('/api/delegations', { ...body, from: 'rami' })).body).toMatchObject({
      code: 'access/denied',
    });
    expect((await sami.post(`${request}/approve`, {}, { 'on-behalf-of': 'hoda' })).body).toMatchObject({
      ...{ status: 403, code: 'delegation/not-in-force' },
    });
    expect((await sami.post(`${request}/reject`, { reason: 'x' }, inName)).status).toBe(200);
    for (const [by, { id }] of [
      [rami, first],
      [sami, second],
    ] as const)
      await by.post(`/api/delegations/${id}/end`);
  });

  it('are read by only where it is said in whose name', async () => {
    const { id } = (await lend(tariq, 'sami', ['calendar.*'])).body;
    const foreseen = '/api/portfolio/calendar-change?calendar=EG&date=2026-12-03&off=true';
    expect((await sami.get(foreseen)).body).toMatchObject({ status: 403, code: 'access/denied' });
    expect((await sami.get(foreseen, { 'on-behalf-of': 'tariq' })).status).toBe(200);
    await tariq.post(`/api/delegations/${id}/end`);
    expect((await sami.get(foreseen, { 'on-behalf-of': 'tariq' })).body).toMatchObject({
      code: 'delegation/not-in-force',
    });
  });

  it('go with whoever lends them: a role lost, an account disabled, and the delegate has no more', async () => {
    const { id } = (await lend(rami, 'sami', ['target-change.*'])).body;
    const request = await requestBy(hoda, 'm-1');
    await admin.post('/api/people/rami/roles', { roles: ['auditor'], reason: 'moved' });
    expect((await sami.post(`${request}/approve`)).status).toBe(403);
    await admin.post('/api/people/rami/roles', { roles: ['reviewer'], reason: 'back' });
    await admin.post('/api/people/rami/disable', { reason: 'away' });
    expect((await sami.post(`${request}/approve`)).status).toBe(403);
    await admin.post('/api/people/rami/enable', { reason: 'back' });
    expect((await sami.post(`${request}/approve`)).status).toBe(200);
    // Disabling ended the session; enabling gives none back.
    expect((await rami.get('/api/session')).status).toBe(401);
    rami = asking((await signIn('rami')).body.token);
    expect((await sami.post(`/api/delegations/${id}/end`)).body).toMatchObject({ state: 'ended' });
  });

  it('do not join what is kept apart, and give no accounts into other hands', async () => {
    expect((await lend(rami, 'tariq', ['target-change.decide'])).body).toMatchObject({ code: 'account/roles-apart' });
    for (const what of [['person.reset'], ['session.end'], ['delegation.make'], ['no.such']])
      expect((await lend(tariq, 'sami', what)).body).toMatchObject({ status: 422, code: 'delegation/not-delegable' });
    const { id } = (await lend(tariq, 'sami', ['*'])).body;
    const invited = { user: 'x', name: { en: 'x' }, roles: ['lead'], entity: 'works' };
    expect((await sami.post('/api/people', invited)).status).toBe(403);
    expect((await sami.post('/api/entities', { id: 'new', name: { en: 'n' }, jurisdiction: 'EG' })).status).toBe(201);
    const header = 'year;project_number;project_name;department;colour_rating;start_date;end_date';
    const imported = await masar().send(
      'POST',
      '/api/imports?profile=gmpp&asOf=2021-03-31',
      // A member imports by the own right what members import: whose file of a source it is has to be said.
      { authorization: `Bearer ${sami.token}`, 'content-type': 'text/csv', 'on-behalf-of': 'tariq' },
      `${header}\n2021;A_1;Alpha;MOD;Green;2019-01-01;2024-03-31`,
    );
    expect(imported.status).toBe(201);
    const events = (await admin.get('/api/events?limit=500')).body.items as { subject: string; actor: string }[];
    const ofImport = events.filter(({ actor, subject }) => actor === 'sami' && !subject.startsWith('projects/P-'));
    expect(new Set(ofImport.map(({ subject }) => subject.split('/')[0]))).toEqual(
      new Set(['entities', 'imports', 'projects']),
    );
    for (const one of ofImport) expect(one).toMatchObject({ onbehalfof: 'tariq' });
    await tariq.post(`/api/delegations/${id}/end`);
  });

  it('have days that make sense, and people who are there', async () => {
    for (const days of [
      { since: tomorrow, until: today },
      { since: '2026-01-01', until: yesterday },
      { since: today, until: '2027-06-01' },
    ])
      expect((await lend(rami, 'sami', ['*'], days)).body).toMatchObject({ status: 422, code: 'delegation/dates' });
    for (const to of ['nobody', 'pia'])
      expect((await lend(rami, to, ['*'])).body).toMatchObject({ status: 422, code: 'account/unknown' });
    expect((await lend(rami, 'rami', ['*'])).body).toMatchObject({ code: 'account/own' });
    expect((await lend(partner, 'sami', ['*'])).body).toMatchObject({ status: 422, code: 'account/unknown' });
    expect((await lend(admin, 'admin', ['*'], { from: 'hoda' })).body).toMatchObject({ code: 'account/own' });
  });

  it('are seen by the two they are between and whoever keeps accounts, and by nobody else', async () => {
    const { id } = (await lend(admin, 'sami', ['milestone.reach'], { from: 'noor' })).body;
    for (const reader of [noor, sami, admin]) expect((await reader.get(`/api/delegations/${id}`)).status).toBe(200);
    for (const reader of [hoda, partner]) {
      expect((await reader.get(`/api/delegations/${id}`)).body).toMatchObject({ code: 'delegation/unknown' });
      expect((await reader.get('/api/delegations?from=noor')).body).toMatchObject({ total: 0 });
      expect((await reader.post(`/api/delegations/${id}/end`)).status).toBe(404);
    }
    expect((await noor.get('/api/delegations?to=sami&limit=1')).body.items).toMatchObject([{ id, by: 'admin' }]);
  });
});
