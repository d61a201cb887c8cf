import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { goodPassword as good, peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone, type Answer } from './testing/running.js';

const masar = runningStandalone('people');
const json = { 'content-type': 'application/json' };
const { asking, signIn, choose, joined } = peopleOf(masar);

let admin: Asking;
let lead: Asking;
let other: Asking;
let reviewer: Asking;
let auditor: Asking;

afterEach(() => void jest.restoreAllMocks());
beforeAll(async () => {
  admin = masar();
  for (const id of ['education', 'health'])
    await admin.post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
  other = await joined('omar', { roles: ['lead'], entity: 'health' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  auditor = await joined('adel', { roles: ['auditor'] });
}, 120_000);

describe('people', () => {
  it('are listed by role, entity and state for the administrator and the auditor, and for nobody else', async () => {
    const invited = await admin.post('/api/people', { user: 'waiting', name: { ar: 'منتظر' }, roles: ['lead'] });
    expect(invited).toMatchObject({ status: 201, headers: { location: '/api/people/waiting' } });
    expect((await admin.get('/api/people?state=invited')).body).toMatchObject({ total: 1, items: [{ id: 'waiting' }] });
    expect((await auditor.get('/api/people?role=lead&entity=health')).body).toMatchObject({ items: [{ id: 'omar' }] });
    expect((await lead.get('/api/people')).body).toMatchObject({ status: 403, code: 'access/denied' });
    expect((await lead.get('/api/people/nobody')).status).toBe(403);
    expect((await admin.get('/api/people/nobody')).body).toMatchObject({ status: 404, code: 'account/unknown' });
  });

  it('are told nothing of passwords, digests or links', async () => {
    const text = JSON.stringify([(await admin.get('/api/people')).body, (await admin.get('/api/people/layla')).body]);
    for (const secret of ['argon2', 'digest', 'hash', 'token']) expect(text).not.toContain(secret);
  });

  it('know nothing of what is not declared: no role and no right by a field too many', async () => {
    for (const more of [{ onlyAccount: true }, { disabled: false }, { hash: 'x' }, { history: [] }]) {
      const answer = await admin.post('/api/people', { user: 'x', name: { en: 'x' }, roles: ['lead'], ...more });
      expect(answer.body).toMatchObject({ status: 400, code: 'body/unknown-field' });
    }
    for (const by of [lead, reviewer, auditor])
      expect((await by.post('/api/people', { user: 'x', name: { en: 'x' }, roles: ['lead'] })).status).toBe(403);
    expect((await lead.post('/api/people/layla/roles', { roles: ['administrator'], reason: 'x' })).status).toBe(403);
    const own = await admin.post('/api/people/admin/roles', { roles: ['reviewer'], reason: 'x' });
    expect(own.body).toMatchObject({ status: 403, code: 'account/own' });
    const project = { title: { en: 'x' }, owner: 'health', actor: 'rami', roles: ['administrator'] };
    expect((await lead.post('/api/projects', project)).body.code).toBe('body/unknown-field');
    expect((await admin.post('/api/people/rami/roles', { roles: ['king'], reason: 'x' })).status).toBe(400);
    const lost = { user: 'x', name: { en: 'x' }, roles: ['lead'], entity: 'nowhere' };
    expect((await admin.post('/api/people', lost)).body).toMatchObject({ status: 422, code: 'entity/unknown' });
    const ofNobody = { user: 'x', name: { en: 'x' }, roles: ['partner'], partner: 'nobody' };
    expect((await admin.post('/api/people', ofNobody)).body).toMatchObject({ code: 'partner/unknown' });
  });

  it('hold new rights at the next request, and none from the moment they are disabled', async () => {
    const sami = await joined('sami', { roles: ['member'], entity: 'education' });
    const project = { id: 'of-sami', title: { en: 'x' }, owner: 'education' };
    expect((await sami.post('/api/projects', project)).body).toMatchObject({ status: 403 });
    await admin.post('/api/people/sami/roles', { roles: ['lead'], entity: 'education', reason: 'leads now' });
    expect((await sami.post('/api/projects', project)).status).toBe(201);
    const disabled = await admin.post('/api/people/sami/disable', { reason: 'left' });
    expect(disabled.body).toMatchObject({ state: 'disabled' });
    expect((await sami.get('/api/projects')).status).toBe(401);
    expect((await signIn('sami')).body).toMatchObject({ code: 'session/wrong-credentials' });
    const { history } = (await auditor.get('/api/people/sami')).body;
    expect(history.map(({ by, what, reason }: Record<string, string>) => [by, what, reason])).toEqual([
      ['admin', 'invited', undefined],
      ['sami', 'joined', undefined],
      ['admin', 'changed', 'leads now'],
      ['admin', 'disabled', 'left'],
    ]);
  });

  it('choose another password by a link that opens once; one of a page elsewhere is refused', async () => {
    const { body } = await admin.post('/api/people/rami/reset', { reason: 'lost it' });
    expect((await reviewer.get('/api/session')).status).toBe(401);
    const { token } = body.invitation;
    const path = `/api/invitations/${token}`;
    const elsewhere = { ...json, origin: 'https://elsewhere.example' };
    const foreign = await masar().send('POST', path, elsewhere, JSON.stringify({ password: good }));
    expect(foreign.body).toMatchObject({ status: 403, code: 'access/foreign-origin' });
    expect((await choose(token, 'password1234')).body).toMatchObject({ status: 422, code: 'password/too-common' });
    expect((await choose(token, good)).body).toEqual({ user: 'rami' });
    expect((await choose(token, good)).body).toMatchObject({ status: 404, code: 'invitation/unknown' });
    reviewer = asking((await signIn('rami')).body.token);
    expect((await reviewer.get('/api/session')).body).toMatchObject({ user: 'rami' });
  });
});

describe('a program', () => {
  it('signs in by a key shown once, does what it was made for, and nothing from the moment it is ended', async () => {
    const program = { user: 'tracker', name: { en: 'Tracker' }, roles: ['member'], entity: 'education', reason: 'x' };
    expect((await admin.post('/api/service-accounts', program)).status).toBe(201);
    expect((await lead.post('/api/service-accounts', program)).status).toBe(403);
    const decides = await admin.post('/api/service-accounts', { ...program, user: 'y', roles: ['reviewer'] });
    expect(decides.status).toBe(400);
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const wanted = { scopes: ['milestone.forecast', 'timeline.read'], expiresOn, reason: 'reports dates' };
    const made = await admin.post('/api/service-accounts/tracker/keys', wanted);
    expect(made).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^masarkey_tracker~/) } });
    const tracker = asking(made.body.key);
    expect((await tracker.get('/api/session')).body).toMatchObject({ user: 'tracker', only: wanted.scopes });
    await lead.post('/api/projects', { id: 'tracked', title: { en: 'x' }, owner: 'education' });
    await lead.post('/api/projects/tracked/milestones', { id: 'm', title: { en: 'm' }, target: '2030-01-01' });
    const path = '/api/projects/tracked/milestones/m';
    expect((await tracker.post(`${path}/forecast`, { date: '2030-02-01' })).status).toBe(200);
    expect((await tracker.post(`${path}/start`)).body).toMatchObject({ status: 403, code: 'access/denied' });
    expect((await tracker.get('/api/portfolio')).status).toBe(403);
    expect((await admin.get('/api/service-accounts/tracker/keys')).body).toMatchObject({ total: 1 });
    const { id } = made.body;
    await admin.post(`/api/service-accounts/tracker/keys/${id}/end`, { reason: 'leaked' });
    expect((await tracker.get('/api/session')).status).toBe(401);
    const told = JSON.stringify((await auditor.get('/api/service-accounts/tracker')).body);
    expect(told).toContain('leaked');
    expect(told).not.toContain(made.body.key.split('~')[2]);
    expect((await admin.get('/api/people?state=active')).body.items).not.toContainEqual(
      expect.objectContaining({ id: 'tracker' }),
    );
  });
});

describe('the own password', () => {
  it('is changed by who knows the old one, slowly by who guesses it, and every session ends', async () => {
    const noha = await joined('noha', { roles: ['member'], entity: 'health' });
    const change = (current: string, password: string) => noha.post('/api/session/password', { current, password });
    const better = 'nine loud deserts bloom';
    const guessed = Date.now();
    const now = jest.spyOn(Date, 'now').mockReturnValue(guessed);
    for (let n = 0; n < 5; n += 1)
      expect((await change(`wrong ${n}`, better)).body).toMatchObject({ code: 'session/wrong-credentials' });
    expect((await change(good, better)).body).toMatchObject({ status: 429, code: 'rate/too-many' });
    now.mockReturnValue(guessed + 1_000);
    expect((await change(good, 'password1234')).body).toMatchObject({ status: 422 });
    expect((await change(good, better)).status).toBe(204);
    now.mockRestore();
    expect((await noha.get('/api/session')).status).toBe(401);
    expect((await signIn('noha')).status).toBe(401);
    expect((await signIn('noha', better)).status).toBe(201);
  });
});

describe('each sees and does what is the own', () => {
  const plan = { id: 'm', title: { en: 'm' }, target: '2030-01-01' };
  const texts = (answer: Answer, id: string) => JSON.stringify(answer.body).replaceAll(id, 'ID');
  const reads = (id: string) => [
    `/api/projects/${id}`,
    `/api/projects/${id}/events`,
    `/api/projects/${id}/milestones`,
    `/api/projects/${id}/milestones/m`,
    `/api/timelines/projects/${id}`,
  ];
  const commands = (id: string): [string, object][] => [
    [`/api/projects/${id}/milestones`, plan],
    [`/api/projects/${id}/milestones/m/reach`, {}],
    [`/api/projects/${id}/complete`, {}],
    [`/api/projects/${id}/members`, { user: 'omar', role: 'lead' }],
    [`/api/projects/${id}/owner`, { to: 'health', reason: 'mine' }],
  ];

  beforeAll(async () => {
    for (const [id, audience] of [
      ['open', 'portfolio'],
      ['shy', 'reviewers'],
      ['secret', 'team'],
    ]) {
      const made = await lead.post('/api/projects', { id, title: { en: id }, owner: 'education', audience });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      await lead.post(`/api/projects/${id}/milestones`, plan);
    }
  });

  it('a lead works on what the own entity owns, and on nothing else', async () => {
    expect((await other.post('/api/projects', { title: { en: 'x' }, owner: 'education' })).status).toBe(403);
    for (const [path, body] of commands('open'))
      expect((await other.post(path, body)).body).toMatchObject({ status: 403 });
    expect((await lead.post('/api/projects/open/milestones', { ...plan, id: 'm2' })).status).toBe(201);
    for (const by of [admin, auditor, reviewer])
      expect((await by.post('/api/projects/open/milestones', { ...plan, id: 'm3' })).status).toBe(403);
  });

  it('what one may not see answers like what is not there, in reads and commands', async () => {
    for (const [by, id] of [
      [other, 'shy'],
      [other, 'secret'],
      [admin, 'shy'],
      [reviewer, 'secret'],
    ] as const) {
      for (const [at, path] of reads(id).entries()) {
        const [hidden, missing] = [await by.get(path), await by.get(reads('nothing')[at]!)];
        expect([path, hidden.status, texts(hidden, id)]).toEqual([path, 404, texts(missing, 'nothing')]);
      }
      for (const [at, [path, body]] of commands(id).entries()) {
        const hidden = await by.post(path, body);
        const missing = await by.post(commands('nothing')[at]![0], body);
        expect([path, hidden.status, texts(hidden, id)]).toEqual([path, 404, texts(missing, 'nothing')]);
      }
      const bearer = { authorization: `Bearer ${by.token}` };
      const stale = await masar().send(
        'POST',
        `/api/projects/${id}/complete`,
        { ...bearer, ...json, 'if-match': '"99"' },
        '{}',
      );
      expect(stale.body).toMatchObject({ status: expect.any(Number) });
      expect(stale.body.code).not.toBe('version/conflict');
    }
  });

  it('lists, sums, files and feeds hold what one may see, and say how much is left out', async () => {
    const seen = async (by: Asking) => {
      const last = (await lead.get('/api/projects/secret')).headers['etag'];
      const version = String(last).replaceAll('"', '');
      const level = `atLeast=projects/secret@${version}&waitMs=20000`;
      const portfolio = (await by.get(`/api/portfolio?${level}`)).body;
      const texts = [
        JSON.stringify((await by.get('/api/projects?limit=500')).body),
        JSON.stringify(portfolio.items),
        JSON.stringify((await by.get('/api/milestones?limit=500')).body),
        JSON.stringify((await by.get('/api/portfolio/changes?since=2020-01-01&limit=500')).body),
        JSON.stringify((await by.get('/api/events?limit=500')).body),
        String((await by.get('/api/export/portfolio.csv')).body),
        JSON.stringify((await by.get('/api/export/events.json')).body),
        JSON.stringify((await by.get('/api/export/milestones.json')).body),
      ];
      const of = (id: string) =>
        texts.filter((text) => text.includes(`"${id}"`) || text.includes(`/${id}`) || text.includes(`,${id},`)).length;
      return { shy: of('shy'), secret: of('secret'), open: of('open'), restricted: portfolio.totals.restricted };
    };
    expect(await seen(lead)).toEqual({ shy: 8, secret: 8, open: 8, restricted: 0 });
    expect(await seen(auditor)).toEqual({ shy: 8, secret: 8, open: 8, restricted: 0 });
    expect(await seen(reviewer)).toEqual({ shy: 8, secret: 0, open: 8, restricted: 1 });
    expect(await seen(other)).toEqual({ shy: 0, secret: 0, open: 8, restricted: 2 });
    expect(await seen(admin)).toEqual({ shy: 0, secret: 0, open: 8, restricted: 2 });
  });

  it('totals say the same of what is hidden whatever is asked: filters that were followed there would tell it', async () => {
    for (const filter of [
      '',
      'owner=education',
      'owner=nobody',
      'kind=laws',
      'status=complete',
      'q=secret',
      'late=true',
    ]) {
      const { totals } = (await other.get(`/api/portfolio?${filter}`)).body;
      expect([filter, totals.restricted]).toEqual([filter, 2]);
    }
  });

  it('what is hidden lends its dates to nobody outside its team', async () => {
    await lead.post('/api/projects/secret/milestones/m/reach', {});
    const after = { after: 'projects/secret/milestones/m', days: 3 };
    await other.post('/api/projects', { id: 'probe', title: { en: 'x' }, owner: 'health' });
    await other.post('/api/projects/probe/milestones', { id: 'm', title: { en: 'm' }, target: after });
    await lead.post('/api/projects/open/milestones', { id: 'leans', title: { en: 'm' }, target: after });
    const target = async (by: Asking, id: string, milestone: string) => {
      const { milestones } = (await by.get(`/api/timelines/projects/${id}`)).body;
      return milestones.find((one: { id: string }) => one.id === milestone).currentTarget;
    };
    expect(await target(other, 'probe', 'm')).toMatchObject({ unresolved: true, provisional: null });
    expect(await target(lead, 'open', 'leans')).toMatchObject({ date: expect.any(String) });
    const moved = await other.post('/api/projects/probe/milestones/m/move', { to: '2030-01-01', reason: 'guess' });
    expect(moved.body).toMatchObject({ code: 'target/unresolved' });
  });

  it('totals and pages are the same by index and gathered, without what is hidden', async () => {
    const [indexed, gathered] = [
      (await other.get('/api/portfolio?limit=1')).body,
      (await other.get('/api/portfolio?limit=1&sort=elapsed')).body,
    ];
    expect(indexed.totals).toEqual(gathered.totals);
    expect(indexed.total).toBe(gathered.total);
    const { total, items } = (await other.get('/api/milestones?limit=500')).body;
    expect(total).toBe(items.length);
  });

  it('no team appoints who judges it; a reviewer does', async () => {
    const rami = { user: 'rami', role: 'reviewer' };
    expect((await lead.post('/api/projects/secret/members', rami)).body).toMatchObject({ status: 403 });
    expect((await lead.post('/api/projects/open/members', { ...rami, role: 'administrator' })).status).toBe(400);
    expect((await reviewer.post('/api/projects/open/members', { user: 'noha', role: 'independent' })).status).toBe(201);
    const taken = await lead.post('/api/projects/open/members', { user: 'noha', role: 'member' });
    expect(taken.body).toMatchObject({ status: 403 });
  });

  it('of two who decide at once, one may be the asker and is never the one', async () => {
    const changes = '/api/projects/open/milestones/m/target-changes';
    await lead.post('/api/projects/open/milestones', { ...plan, id: 'm' });
    const { id } = (await lead.post(changes, { to: '2030-06-01', reason: 'late' })).body;
    const answers = await Promise.all([
      lead.post(`${changes}/${id}/approve`),
      reviewer.post(`${changes}/${id}/approve`),
      lead.post(`${changes}/${id}/approve`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403]);
  });
});
