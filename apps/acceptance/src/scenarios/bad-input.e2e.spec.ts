import { beforeAll, describe, expect, it } from '@jest/globals';
import { registerEntities, useSystem } from '../harness/system-for-specs.js';

const { api } = useSystem({ now: '2026-03-01T08:00:00.000Z' });
const p = '/api/projects/p';
const milestone = { title: { en: 'm' }, target: '2026-05-01' };
const wait = { party: 'entity:finance', reason: 'busy', since: '2026-02-10' };

type Case = readonly [name: string, path: string, body: unknown, status: number, code?: string];

const shapes: readonly Case[] = [
  ['an unknown field', `${p}/waits`, { ...wait, colour: 'red' }, 400, 'body/unknown-field'],
  ['an unknown field inside', `${p}/milestones`, { ...milestone, title: { en: 'm', fr: 'm' } }, 400],
  ['a missing field', `${p}/waits`, { party: 'entity:finance', reason: 'busy' }, 400],
  ['a list for a body', `${p}/waits`, [wait], 400],
  ['a title in no language', '/api/projects', { title: {}, owner: 'education' }, 400],
  ['a title of the wrong type', '/api/projects', { title: 'Bridge', owner: 'education' }, 400],
  ['an id with a slash', '/api/projects', { id: 'a/b', title: { en: 'x' }, owner: 'education' }, 400],
  ['a member called by what is no name', `${p}/members`, { user: 'سارة', role: 'member' }, 400, 'body/invalid'],
  ['an id too long', '/api/projects', { id: 'a'.repeat(65), title: { en: 'x' }, owner: 'education' }, 400],
  ['a word not in the list', `${p}/waits`, { ...wait, reason: 'tired' }, 400],
  [
    'an evidence link that is not https',
    `${p}/milestones/m/reach`,
    { on: '2026-02-20', evidence: [{ title: 'x', url: 'http://x' }] },
    400,
  ],
  [
    'a batch over two hundred',
    '/api/batch',
    { commands: Array.from({ length: 201 }, () => ({ path: '/projects/p/waits', body: wait })) },
    400,
  ],
];

const values: readonly Case[] = [
  ['a date that is none', `${p}/waits`, { ...wait, since: '2026-02-30' }, 422],
  ['a date in words', `${p}/waits`, { ...wait, since: 'yesterday' }, 422],
  ['a future start of a wait', `${p}/waits`, { ...wait, since: '2026-03-02' }, 422, 'date/in-future'],
  ['a future actual', `${p}/milestones/m/reach`, { on: '2026-03-02' }, 422, 'date/in-future'],
  ['a party nobody registered', `${p}/waits`, { ...wait, party: 'entity:nobody' }, 422, 'initiative/unknown-party'],
  ['a partner nobody registered', `${p}/waits`, { ...wait, party: 'partner:acme' }, 422, 'initiative/unknown-party'],
  ['an owner nobody registered', '/api/projects', { title: { en: 'x' }, owner: 'nobody' }, 422],
  [
    'a milestone that depends on itself',
    `${p}/milestones`,
    { ...milestone, id: 'self', dependsOn: ['self'] },
    422,
    'milestone/cycle',
  ],
  ['a cycle of two', `${p}/milestones/m/dependencies`, { dependsOn: ['n'] }, 422, 'milestone/cycle'],
  [
    'a target after itself',
    `${p}/milestones`,
    { ...milestone, id: 'loop', target: { after: 'loop', days: 3 } },
    422,
    'milestone/cycle',
  ],
];

const rules: readonly Case[] = [
  ['an initiative nobody registered', '/api/projects/none/waits', wait, 404],
  ['a milestone nobody planned', `${p}/milestones/none/start`, { on: '2026-02-20' }, 404],
  ['a wait nobody recorded', `${p}/waits/none/end`, { on: '2026-02-20' }, 404],
  ['an id taken', '/api/projects', { id: 'p', title: { en: 'x' }, owner: 'education' }, 409],
  ['a milestone id taken', `${p}/milestones`, { ...milestone, id: 'm' }, 409],
  ['completing with an open key milestone', `${p}/complete`, { on: '2026-03-01' }, 409, 'initiative/open-milestones'],
  [
    'a stage not allowed next',
    '/api/laws/l/stages',
    { stage: 'gazette', on: '2026-02-20' },
    409,
    'law/stage-not-allowed',
  ],
  ['moving a key milestone by hand', `${p}/milestones/m/move`, { to: '2026-05-04', reason: 'x' }, 409],
  ['setting a target twice', `${p}/milestones/m/set-target`, { to: '2026-05-04' }, 409],
  ['confirming what is not reached', `${p}/milestones/m/confirm`, { on: '2026-02-20' }, 409],
  [
    'a second undecided request',
    `${p}/milestones/m/target-changes`,
    { to: '2026-07-01', reason: 'x' },
    409,
    'target-change/undecided',
  ],
  ['a pause over 92 days', `${p}/pauses`, { on: '2026-03-01', until: '2026-07-01', reason: 'x', steps: 'y' }, 422],
  ['a route nobody offers', `${p}/dance`, {}, 404],
];

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  await api().accept('/api/projects', {
    id: 'p',
    title: { en: 'Bridge' },
    owner: 'education',
    startedOn: '2026-02-01',
  });
  await api().accept(`${p}/milestones`, { ...milestone, id: 'm', key: true });
  await api().accept(`${p}/milestones`, { ...milestone, id: 'n', dependsOn: ['m'] });
  await api().accept(`${p}/milestones/m/target-changes`, { to: '2026-06-01', reason: 'drawings' });
  await api().accept('/api/laws', {
    id: 'l',
    title: { en: 'Law' },
    owner: 'education',
    jurisdiction: 'EG',
    instrument: 'law',
  });
  await api().accept('/api/laws/l/stages', { stage: 'ministry-draft', on: '2026-02-10' });
});

const everything = async () => [
  ...(await api().all(`${p}/events`)),
  ...(await api().all('/api/laws/l/events')),
  ...(await api().all('/api/projects')),
];

describe.each([
  ['malformed', shapes],
  ['impossible', values],
  ['refused by a rule', rules],
])('%s', (_kind, cases) => {
  it.each(cases.map((one) => [one[0], one] as const))('%s', async (_name, [, path, body, status, code]) => {
    const before = await everything();
    const answer = await api().post(path, body);
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({
      status,
      code: code ?? expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
    });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      status,
      detail: expect.any(String),
    });
    expect(await everything()).toEqual(before);
  });
});

describe('the edge', () => {
  it('answers 401 to whoever is not signed in', async () => {
    const answer = await api().send('GET', '/api/projects', { headers: { authorization: '' } });
    expect([answer.status, answer.body['code']]).toEqual([401, 'session/required']);
    const wrong = await api().post('/api/session', { user: 'admin', password: 'no' });
    expect(wrong.status).toBe(401);
  });

  it('answers 400 to what is not JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api().send('POST', `${p}/waits`, { body: '{"party":', headers });
    expect([answer.status, answer.body['code']]).toEqual([400, 'body/malformed']);
  });

  it('answers 413 to a body without end', async () => {
    const answer = await api().post(`${p}/notes`, { text: 'x'.repeat(3_000_000) });
    expect([answer.status, answer.body['code']]).toEqual([413, 'body/too-large']);
  });

  it('names the field at fault', async () => {
    const answer = await api().post(`${p}/waits`, { ...wait, reason: 'tired' });
    expect(answer.body['errors']).toMatchObject([
      { path: 'reason', code: expect.any(String), message: expect.any(String) },
    ]);
  });

  it('names the allowed stages', async () => {
    const answer = await api().post('/api/laws/l/stages', { stage: 'gazette', on: '2026-02-20' });
    expect(JSON.stringify(answer.body)).toContain('council-of-ministers');
  });

  it('speaks Arabic or English as asked, never both', async () => {
    const body = JSON.stringify({ ...wait, since: '2026-03-02' });
    const ask = (language: string) =>
      api().send('POST', `${p}/waits`, {
        body,
        headers: { 'content-type': 'application/json', 'accept-language': language },
      });
    const [arabic, english] = [await ask('ar'), await ask('en')];
    expect(arabic.body['title']).toMatch(/[\u0600-\u06ff]/);
    expect(english.body['title']).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each([
    ['a filter nobody offers', '/api/portfolio?favourite=1', 400],
    ['a limit out of reach', '/api/projects?limit=501', 400],
    ['a cursor of nobody', '/api/projects?cursor=%00', 400],
    ['a later day than today', '/api/timelines/projects/p?on=2026-03-02', 422],
    ['a day that is none', '/api/timelines/projects/p?on=2026-02-30', 422],
    ['a timeline of nothing', '/api/timelines/projects/none', 404],
    ['a kind nobody offers', '/api/timelines/parades/p', 404],
  ])('refuses to read with %s', async (_name, path, status) => {
    const answer = await api().get(path);
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code: expect.any(String) });
  });

  it('answers 412 when the version is another, having done nothing', async () => {
    const before = await everything();
    const answer = await api().post(`${p}/waits`, wait, { 'if-match': '"1"' });
    expect(answer.status).toBe(412);
    expect(await everything()).toEqual(before);
  });
});
