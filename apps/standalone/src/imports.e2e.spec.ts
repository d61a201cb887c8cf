import { describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('imports', { MASAR_TODAY: '2026-11-21', MASAR_ALLOW_TODAY: '1' });

const header = 'year;project_number;project_name;department;colour_rating;start_date;end_date';
const gmpp = (...rows: string[]) => [header, ...rows].join('\n');
const send = (query: string, body: string, headers: Record<string, string> = {}) =>
  masar().send(
    'POST',
    `/api/imports?${query}`,
    { authorization: `Bearer ${masar().token}`, 'content-type': 'text/csv', 'accept-language': 'en', ...headers },
    body,
  );
const first = gmpp(
  '2021;A_1;Alpha;MOD;Green;2019-01-01;2024-03-31',
  '2021;B_2;Beta;HO;Green;TBD;Exempt under Section 26',
);

describe('importing over HTTP', () => {
  it('looked at, imported, and asked again', async () => {
    const looked = await send('profile=gmpp&asOf=2021-03-31&dryRun=true', first);
    expect([looked.status, looked.body.status, looked.body.new]).toEqual([200, 'preview', 2]);
    expect((await masar().get('/api/projects')).body.total).toBe(0);
    const done = await send('profile=gmpp&asOf=2021-03-31&filename=a.csv', first);
    expect([done.status, done.headers['location']]).toEqual([201, `/api/imports/${done.body.id}`]);
    expect(done.body).toMatchObject({ new: 2, changed: 0, unchanged: 0, vanished: 0, status: 'completed' });
    expect(done.body.faults).toEqual([
      {
        row: 3,
        column: 'end_date',
        value: 'Exempt under Section 26',
        code: 'date/absent',
        message: 'Words in place of a date: recorded as absent',
        blocking: false,
      },
      {
        row: 3,
        column: 'start_date',
        value: 'TBD',
        code: 'date/absent',
        message: 'Words in place of a date: recorded as absent',
        blocking: false,
      },
    ]);
    const again = await send('profile=gmpp&asOf=2021-03-31&filename=a.csv', first, { 'idempotency-key': 'again' });
    expect(again.body).toMatchObject({ id: done.body.id, new: 0, unchanged: 2 });
    const one = await masar().get(`/api/imports/${done.body.id}`);
    expect(one.body).toMatchObject({
      status: 'completed',
      profile: 'gmpp',
      asOf: '2021-03-31',
      filename: 'a.csv',
      rows: 2,
      runs: 2,
      new: 0,
      unchanged: 2,
      actor: 'admin',
    });
    expect((await masar().get('/api/imports')).body).toMatchObject({
      total: 1,
      next: null,
      items: [{ id: done.body.id }],
    });
    const project = await masar().get('/api/projects/gmpp-A_1');
    expect(project.body).toMatchObject({ owner: 'gmpp-mod', source: { system: 'gmpp', id: 'A_1' } });
  });

  it('a part of a form', async () => {
    const form = [
      '--x',
      'Content-Disposition: form-data; name="file"; filename="b.csv"',
      'Content-Type: text/csv',
      '',
      gmpp('2021;D_4;Delta;MOD;Green;2019-01-01;2024-03-31'),
      '--x--',
      '',
    ].join('\r\n');
    const answer = await send('profile=gmpp&asOf=2021-03-31', form, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect([answer.status, answer.body.new]).toEqual([201, 1]);
  });

  it('of a form with two files none is taken', async () => {
    const part = (name: string) => [
      '--x',
      `Content-Disposition: form-data; name="file"; filename="${name}"`,
      'Content-Type: text/csv',
      '',
      gmpp('2021;D_5;Echo;MOD;Green;2019-01-01;2024-03-31'),
    ];
    const form = [...part('a.csv'), ...part('b.csv'), '--x--', ''].join('\r\n');
    const { status, body } = await send('profile=gmpp&asOf=2021-03-31', form, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect([status, body.code, body.errors]).toMatchObject([400, 'body/invalid', [{ path: 'file' }]]);
    expect((await masar().get('/api/projects/gmpp-D_5')).status).toBe(404);
  });

  it('faults by row and column, in the asker’s language; nothing is recorded', async () => {
    const bad = gmpp(
      '2021;E_5;E;MOD;Green;2019-01-01;2024-02-31',
      '2021;F_6;F;MOD;Green;2019-01-01;2024-03-31;glued;twice',
    );
    const answer = await send('profile=gmpp&asOf=2021-03-31', bad, { 'accept-language': 'ar' });
    expect([answer.status, answer.headers['content-type'], answer.body.code]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      'import/faults',
    ]);
    expect(answer.body.faults).toMatchObject([
      { row: 3, column: 'end_date', code: 'table/row-glued', message: expect.stringContaining('صف ملتصق') },
    ]);
    expect(answer.body.errors).toHaveLength(1);
    expect((await masar().get('/api/projects/gmpp-F_6')).status).toBe(404);
  });

  it('an older snapshot is 409; a profile nobody knows, a day to come, an empty body, no file at all 422', async () => {
    await send('profile=gmpp&asOf=2022-03-31', gmpp('2022;A_1;Alpha;MOD;Green;2019-01-01;2025-03-31'));
    const older = await send('profile=gmpp&asOf=2020-03-31', first);
    expect([older.status, older.body.code]).toEqual([409, 'import/older-than-known']);
    const codes = [];
    for (const query of ['profile=gmpq', 'profile=gmpp&asOf=2027-01-01', 'profile=gmpp&asOf=2021-02-30']) {
      const { status, body } = await send(query, first);
      codes.push([status, body.code]);
    }
    expect(codes).toEqual([
      [422, 'import/unknown-profile'],
      [422, 'date/in-future'],
      [422, 'date/not-a-date'],
    ]);
    expect((await send('profile=gmpp&asOf=2021-03-31', '')).body.code).toBe('import/unreadable');
  });

  it('templates in both languages', async () => {
    const arabic = await masar().get('/api/imports/template?profile=initiatives&lang=ar');
    expect([arabic.status, arabic.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(arabic.body).toContain('الموعد المعتمد');
    expect((await masar().get('/api/imports/template?profile=initiatives&lang=en')).body).toContain('target');
    expect((await masar().get('/api/imports/template?profile=nobody')).status).toBe(422);
  });

  it('names the profiles a file may be read by', async () => {
    const { body } = await masar().get('/api/imports/profiles');
    expect(body).toMatchObject({ total: 7, next: null });
    expect(body['items']).toContainEqual({
      id: 'initiatives',
      title: { ar: 'ملفات التسريع ومحطاتها', en: 'Initiatives and their milestones' },
      kind: 'projects',
      tells: 'snapshot',
      own: true,
      template: true,
    });
  });
});
