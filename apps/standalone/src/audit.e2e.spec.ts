import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { password, runningStandalone } from './testing/running.js';

const masar = runningStandalone('audit', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });
const { joined, signIn } = peopleOf(masar);
let auditor: Asking, lead: Asking, outsider: Asking, builder: Asking;

interface Line {
  readonly user?: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
  readonly status: number;
  readonly code?: string;
}
/** Lines that wait for nobody are written behind the answer, in turn: with the line of a look that is kept before it is answered. */
const lines = async (query: string): Promise<readonly Line[]> => {
  await auditor.get('/api/audit?limit=1');
  return (await auditor.get(`/api/audit?limit=500&${query}`)).body.items as Line[];
};
const brief = ({ user, action, outcome, status, code }: Line) => [
  user,
  action,
  outcome,
  status,
  ...(code ? [code] : []),
];

beforeAll(async () => {
  const made = [
    await masar().post('/api/entities', { id: 'education', name: { en: 'Education' }, jurisdiction: 'EG' }),
    await masar().post('/api/partners', { id: 'builder', name: { en: 'Builder' } }),
  ];
  for (const [id, audience] of [
    ['P-1', 'portfolio'],
    ['P-secret', 'team'],
  ] as const)
    made.push(
      await masar().post('/api/projects', {
        id,
        title: { en: id },
        owner: 'education',
        startedOn: '2026-02-01',
        audience,
      }),
    );
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  lead = await joined('lead', { roles: ['lead'], entity: 'education' });
  outsider = await joined('outsider', { roles: ['member'] });
  builder = await joined('builder-1', { roles: ['partner'], partner: 'builder' });
  auditor = await joined('auditor', { roles: ['auditor'] });
});

describe('the audit', () => {
  it('has what was done, and what was refused, with who and why', async () => {
    await lead.post('/api/projects/P-1/notes', { text: 'a very private word' });
    await outsider.post('/api/projects/P-1/cancel', { on: '2026-03-01', reason: 'no' });
    await outsider.get('/api/projects/P-secret');
    await masar().send('GET', '/api/projects/P-1', { authorization: 'Bearer nobody' });
    const found = await lines('subject=/api/projects/P-');
    expect(found.map(brief)).toEqual(
      expect.arrayContaining([
        ['lead', expect.stringMatching(/^note|initiative/), 'done', 201],
        ['outsider', 'initiative.cancel', 'refused', 403, 'access/denied'],
        ['outsider', 'initiative.read', 'refused', 404, 'stream/not-found'],
        [undefined, 'initiative.read', 'refused', 401, 'session/required'],
      ]),
    );
    expect(JSON.stringify(found)).not.toContain('private word');
  });

  it('has sign-ins, also those that failed, and no password', async () => {
    await signIn('lead', 'wrong password of nobody');
    const found = await lines('action=session.sign-in');
    expect(found.map(brief)).toEqual(
      expect.arrayContaining([
        ['lead', 'session.sign-in', 'done', 201],
        ['lead', 'session.sign-in', 'refused', 401, 'session/wrong-credentials'],
      ]),
    );
    const all = JSON.stringify(await lines(''));
    expect([all.includes('wrong password'), all.includes(password), all.includes(lead.token)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('has what the administrator did, and not the links that were made', async () => {
    const invited = await masar().post('/api/people', { user: 'guest', name: { en: 'Guest' }, roles: ['member'] });
    const { token } = invited.body.invitation as { token: string };
    await masar().send(
      'POST',
      `/api/invitations/${token}`,
      { 'content-type': 'application/json' },
      '{"password":"short"}',
    );
    const found = await lines('user=admin&action=person.invite');
    expect(found[0]).toMatchObject({ user: 'admin', subject: '/api/people', outcome: 'done' });
    expect(await lines('subject=/api/invitations/')).toMatchObject([{ subject: '/api/invitations/…' }, {}, {}, {}, {}]);
    expect(JSON.stringify(await lines(''))).not.toContain(token);
  });

  it('has reads of what is restricted, of partners and of files, on record before they are answered', async () => {
    expect((await lead.get('/api/projects/P-secret')).status).toBe(200);
    expect((await lead.get('/api/timelines/projects/P-secret')).status).toBe(200);
    expect((await lead.get('/api/projects/P-1')).status).toBe(200);
    expect((await builder.get('/api/commitments')).status).toBe(200);
    expect((await lead.get('/api/export/portfolio.csv')).status).toBe(200);
    const { items } = (await auditor.get('/api/audit?limit=500')).body as { items: Line[] };
    const done = items.filter(({ outcome }) => outcome === 'done').map(({ user, subject }) => `${user} ${subject}`);
    for (const line of [
      'lead /api/projects/P-secret',
      'lead /api/timelines/projects/P-secret',
      'builder-1 /api/commitments',
      'lead /api/export/portfolio.csv',
    ])
      expect(done).toContain(line);
    expect(done).not.toContain('lead /api/projects/P-1');
  });

  it('cannot be written into: one line stays one line, and a cell is no formula', async () => {
    const forged = 'x\nadmin did it\u202e';
    await signIn(forged);
    await signIn('=HYPERLINK("http://evil")');
    const found = await lines('action=session.sign-in&outcome=refused');
    expect(found.map(({ user }) => user)).toContain('x\\u{a}admin did it\\u{202e}');
    const csv = String((await auditor.get('/api/audit/export.csv?outcome=refused')).body);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(csv.split('\r\n').filter((line) => /^admin did it/.test(line))).toEqual([]);
  });

  it('is read by auditors alone, page by page, and looking at it is on record', async () => {
    for (const who of [lead, outsider]) expect((await who.get('/api/audit')).status).toBe(403);
    expect((await builder.get('/api/audit')).status).toBe(404);
    expect((await masar().get('/api/audit/export.json')).status).toBe(403);
    const first = (await auditor.get('/api/audit?limit=2')).body;
    const second = (await auditor.get(`/api/audit?limit=2&cursor=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect([...ids].sort().reverse()).toEqual(ids);
    expect((await lines('action=audit.read&user=auditor')).length).toBeGreaterThan(2);
    const whole = (await auditor.get('/api/audit/export.json?user=lead')).body as { items: Line[] };
    expect(new Set(whole.items.map(({ user }) => user))).toEqual(new Set(['lead']));
    for (const wrong of ['outcome=perhaps', 'since=yesterday', 'colour=red', 'cursor=zzz'])
      expect((await auditor.get(`/api/audit?${wrong}`)).status).toBe(400);
  });

  it('leaves the house as a file no more often than anything else does', async () => {
    const asked = await Promise.all(
      Array.from({ length: 100 }, () => auditor.get('/api/audit/export.csv?user=nobody')),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200, 429]));
  });
});
