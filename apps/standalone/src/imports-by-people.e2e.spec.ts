import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';
import { openedWorkbook } from './testing/workbooks.js';

const masar = runningStandalone('imports-by-people', { MASAR_TODAY: '2026-11-21', MASAR_ALLOW_TODAY: '1' });
const { joined } = peopleOf(masar);

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const header = 'kind,initiative,version,title,owner,started on,milestone,milestone title,target,actual';
const table = (...rows: string[]) => [header, ...rows].join('\n');

let lead: Asking;
let member: Asking;
let reviewer: Asking;
let stranger: Asking;

const send = (by: Asking, body: string | Buffer, query = 'profile=initiatives', headers: Record<string, string> = {}) =>
  masar().send(
    'POST',
    `/api/imports?${query}`,
    {
      authorization: `Bearer ${by.token}`,
      'content-type': typeof body === 'string' ? 'text/csv' : workbook,
      'accept-language': 'en',
      ...headers,
    },
    body,
  );
const exported = async (by: Asking, file: string) => {
  await by.get('/api/portfolio?waitMs=2000&atLeast=projects/P-1@1');
  return masar().send('GET', `/api/export/${file}`, { authorization: `Bearer ${by.token}` });
};
const told = (faults: { row: number; column: string; code: string; refusal?: string }[]) =>
  faults.map(({ row, column, code, refusal }) => [row, column, refusal ?? code]);
const factsOf = async (id: string, after: number) =>
  (await masar().get(`/api/projects/${id}/events?limit=500`)).body.items
    .filter(({ version }: { version: number }) => version > after)
    .map(({ type, actor, data }: { type: string; actor: string; data: Record<string, unknown> }) => [
      type,
      actor,
      data['milestone'],
      data['to'] ?? data['title'] ?? data['happenedOn'],
    ]);

beforeAll(async () => {
  for (const id of ['works', 'health'])
    await masar().post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  lead = await joined('lina', { roles: ['lead'], entity: 'works' });
  member = await joined('mazen', { roles: ['member'], entity: 'works' });
  reviewer = await joined('rana', { roles: ['reviewer'] });
  stranger = await joined('sami', { roles: ['lead'], entity: 'health' });
});

describe('who may import', () => {
  it('a lead imports the own table, and what he has no right to is refused at its row', async () => {
    const done = await send(
      lead,
      table(
        'projects,P-1,,Ports,works,2026-01-04,m-1,Study,2027-03-01,',
        ',,,,,,m-2,Contract,2027-06-01,',
        ',,,,,,m-3,Dredging,m-2 + 30 days,',
      ),
    );
    expect([done.status, done.body.new]).toEqual([201, 1]);
    const refused = await send(
      lead,
      table('projects,P-2,,Roads,works,,m-1,Study,2027-03-01,', 'projects,P-3,,Wards,health,,m-1,Study,2027-03-01,'),
    );
    expect([refused.status, told(refused.body.faults)]).toEqual([422, [[3, 'owner', 'access/denied']]]);
    expect((await lead.get('/api/projects/P-2')).status).toBe(404);
  });

  it('a member reports by a file, and plans nothing by it', async () => {
    const rows = (actual: string, more = '') => table(`projects,P-1,,,,,m-1,${more},,${actual}`);
    expect((await send(member, rows('2026-11-02'))).body).toMatchObject({ status: 'completed', changed: 1 });
    expect(told((await send(member, rows('', 'Another title'))).body.faults)).toEqual([
      [2, 'milestone title', 'access/denied'],
    ]);
    expect(told((await send(stranger, table('projects,P-1,,,,,m-2,,,2026-11-02'))).body.faults)).toEqual([
      [2, 'actual', 'access/denied'],
    ]);
  });

  it('files of sources stay with those who look after them; others import nothing', async () => {
    const gmpp =
      'year;project_number;project_name;department;colour_rating;start_date;end_date\n2021;A_1;Alpha;MOD;Green;2019-01-01;2024-03-31';
    for (const [by, query] of [
      [lead, 'profile=gmpp&asOf=2021-03-31'],
      [lead, 'profile=gmpp&asOf=2021-03-31&dryRun=true'],
      [reviewer, 'profile=initiatives&dryRun=true'],
    ] as const) {
      const answer = await send(by, gmpp, query);
      expect([answer.status, answer.body.code]).toEqual([403, 'access/denied']);
    }
    expect((await lead.get('/api/imports/profiles')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      'initiatives',
    ]);
    expect((await masar().get('/api/imports/profiles')).body.total).toBe(7);
  });

  it('everybody reads the own imports, the administrator all', async () => {
    const actorsOf = async (by: Pick<Asking, 'get'>) => [
      ...new Set((await by.get('/api/imports')).body.items.map(({ actor }: { actor: string }) => actor)),
    ];
    expect([await actorsOf(lead), await actorsOf(member)]).toEqual([['lina'], ['mazen']]);
    expect((await actorsOf(masar())).sort()).toEqual(['lina', 'mazen']);
    const [its] = (await member.get('/api/imports')).body.items;
    const statuses = [member, lead, masar()].map(async (by) => (await by.get(`/api/imports/${its.id}`)).status);
    expect(await Promise.all(statuses)).toEqual([200, 404, 200]);
    const types = (await lead.get('/api/events?limit=500')).body.items.map(({ type }: { type: string }) => type);
    expect(types.filter((type: string) => type.includes('import'))).toEqual([]);
  });

  it('of what one may not see a file tells nothing', async () => {
    await stranger.post('/api/projects', { id: 'S-1', title: { en: 'Hidden' }, owner: 'health', audience: 'team' });
    await stranger.post('/api/projects/S-1/milestones', { id: 'm-1', title: { en: 'Inner' }, target: '2027-01-01' });
    const answers = [];
    for (const id of ['S-1', 'S-9'])
      for (const row of [`projects,${id},1,,,,m-1,Else,2027-01-02,`, `projects,${id},,,,,m-1,Else,2027-01-02,`]) {
        const { status, body } = await send(lead, table(row), 'profile=initiatives&dryRun=true');
        answers.push(JSON.stringify([status, { ...body, id: '' }]).replaceAll(id, 'it'));
      }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    const taken = await send(lead, table('projects,S-1,,Mine,works,,m-1,Study,2027-03-01,'));
    expect(told(taken.body.faults)).toEqual([[2, 'owner', 'stream/exists']]);
  });
});

describe('an export that comes back', () => {
  it('unchanged, in either format, it changes nothing', async () => {
    for (const file of ['milestones.csv', 'milestones.xlsx', 'portfolio.csv', 'portfolio.xlsx']) {
      const { raw, status } = await exported(lead, file);
      const answer = await send(lead, raw);
      expect([file, status, answer.status, answer.body.changed, answer.body.unchanged]).toEqual([file, 200, 201, 0, 1]);
      expect([file, answer.body.faults]).toEqual([file, []]);
    }
  });

  it('as a workbook: a title is described, a promised day becomes a request, an actual is reached', async () => {
    const { raw, headers } = await exported(lead, 'milestones.xlsx?lang=ar');
    expect(headers['content-type']).toBe(workbook);
    const book = await openedWorkbook(raw);
    expect([book.sheet.name, book.sheet.view?.rightToLeft]).toEqual(['المحطات', true]);
    const before = (await lead.get('/api/projects/P-1')).body.version;
    book.set((cells) => cells.includes('m-1'), 'title_en', 'Study of ports');
    book.set((cells) => cells.includes('m-2'), 'currentTarget', new Date('2027-09-01T00:00:00.000Z'));
    book.set((cells) => cells.includes('m-3'), 'actual', new Date('2026-11-20T00:00:00.000Z'));
    const done = await send(lead, await book.saved());
    expect([done.status, done.body.changed]).toEqual([201, 1]);
    expect(await factsOf('P-1', before)).toEqual([
      ['milestone.described.v1', 'lina', 'm-1', { en: 'Study of ports' }],
      ['milestone.target-change-requested.v1', 'lina', 'm-2', '2027-09-01'],
      ['milestone.reached.v1', 'lina', 'm-3', '2026-11-20'],
    ]);
    // The same workbook again is of a version that has moved on.
    expect(told((await send(lead, await book.saved())).body.faults)).toEqual([[2, 'version', 'import/version-moved']]);
  });

  it('what no command changes is a notice at its cell, which names what stays, in either language', async () => {
    const edited = async (file: string, ...edits: [row: string, header: string, value: string | null][]) => {
      const book = await openedWorkbook((await exported(lead, file)).raw);
      for (const [row, name, value] of edits) book.set((cells) => cells.includes(row), name, value);
      return send(lead, await book.saved(), 'profile=initiatives&dryRun=true', { 'accept-language': 'ar' });
    };
    const kept = ({ body }: Awaited<ReturnType<typeof send>>) =>
      body.faults.map(({ row, column, value, code, blocking, message }: Record<string, unknown>) => {
        expect([code, blocking]).toEqual(['value/kept', false]);
        return [row, column, value, /\((.*)\)$/.exec(String(message))?.[1]];
      });
    const milestones = await edited(
      'milestones.xlsx?lang=ar',
      ['m-1', 'status', 'planned'],
      ['m-1', 'confirmedOn', '2026-11-05'],
      ['m-1', 'forecast', '2026-12-01'],
      ['m-1', 'actual', null],
      ['m-1', 'title_en', null],
      ['m-2', 'owner', 'health'],
      ['m-2', 'originalTarget', '2027-08-01'],
      ['m-2', 'currentTarget', null],
      ['m-2', 'status', 'done'],
    );
    expect([milestones.status, milestones.body.unchanged, milestones.body.noticeCount]).toEqual([200, 1, 9]);
    expect(kept(milestones)).toEqual([
      [2, 'actual', '', '2026-11-02'],
      [2, 'confirmedOn', '2026-11-05', undefined],
      [2, 'forecast', '2026-12-01', undefined],
      [2, 'status', 'planned', 'reached'],
      [2, 'title_en', '', 'Study of ports'],
      [3, 'currentTarget', '', '2027-06-01'],
      [3, 'originalTarget', '2027-08-01', '2027-06-01'],
      [3, 'owner', 'health', 'works'],
      [3, 'status', 'done', 'planned'],
    ]);
    const portfolio = await edited(
      'portfolio.xlsx?lang=en',
      ['P-1', 'status', 'complete'],
      ['P-1', 'startedOn', null],
      ['P-1', 'endedOn', '2026-11-01'],
    );
    expect(kept(portfolio)).toEqual([
      [2, 'endedOn', '2026-11-01', undefined],
      [2, 'startedOn', '', '2026-01-04'],
      [2, 'status', 'complete', 'active'],
    ]);
  });

  it('a workbook is of one language, asked for once', async () => {
    const { status, body } = await exported(lead, 'milestones.xlsx?lang=ar&lang=en');
    expect([status, body.errors[0].path]).toEqual([400, 'lang']);
  });

  it('as text: the title of the initiative is described, and who may not do it is told so at the row', async () => {
    const { raw } = await exported(lead, 'portfolio.csv');
    const changed = raw.toString('utf8').replace(',Ports,', ',Ports of the north,');
    expect(told((await send(member, changed)).body.faults)).toEqual([[2, 'title_en', 'access/denied']]);
    expect((await send(lead, changed)).body).toMatchObject({ status: 'completed', changed: 1 });
    expect((await lead.get('/api/projects/P-1')).body.title).toEqual({ en: 'Ports of the north' });
  });

  it('a workbook that is broken or would burst is refused in the asker’s language', async () => {
    for (const [language, message] of [
      ['ar', 'لا يمكن قراءة ملف Excel: تالف أو ليس بصيغة xlsx'],
      ['en', 'The workbook cannot be read: damaged, or not xlsx'],
    ] as const) {
      const answer = await send(lead, Buffer.from('PK\u0003\u0004 cut off'), 'profile=initiatives', {
        'accept-language': language,
      });
      expect([answer.status, answer.body.code, answer.body.faults[0].message.startsWith(message)]).toEqual([
        422,
        'import/unreadable',
        true,
      ]);
    }
  });

  it('the template comes as a workbook, and an empty one imports nothing', async () => {
    const address = '/api/imports/template?profile=initiatives&lang=ar&format=xlsx';
    const { raw, headers } = await masar().send('GET', address, { authorization: `Bearer ${lead.token}` });
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      workbook,
      'attachment; filename="initiatives.xlsx"',
    ]);
    expect(told((await send(lead, raw)).body.faults)).toEqual([[1, 'النوع', 'file/empty']]);
  });
});
