import { beforeAll, describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('conventions', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });
const project = (id: string) => ({ id, title: { ar: 'مشروع' }, owner: 'education', startedOn: '2026-02-01' });
const wait = { party: 'entity:finance', reason: 'busy', since: '2026-02-10' };
const english = { 'accept-language': 'en' };

beforeAll(async () => {
  for (const id of ['education', 'finance'])
    await masar().post('/api/entities', { id, name: { ar: id }, jurisdiction: 'EG' });
  await masar().post('/api/projects', project('P-1'));
});

describe('a command', () => {
  it('made without an id gets one from its key, and a resend the same answer', async () => {
    const key = { 'idempotency-key': 'first-wait' };
    const first = await masar().post('/api/projects/P-1/waits', wait, key);
    const again = await masar().post('/api/projects/P-1/waits', wait, { ...key, 'if-match': '"1"' });
    expect([again.status, again.body, again.headers['location']]).toEqual([201, first.body, first.headers['location']]);
    expect(first.headers['location']).toBe(`/api/projects/P-1/waits/${first.body.id}`);
    const other = await masar().post('/api/projects/P-1/waits', { ...wait, note: 'x' }, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency/key-reused' } });
    expect((await masar().get('/api/projects/P-1/waits')).body.total).toBe(1);
  });

  it('without an id or key is a new one each time', async () => {
    const [a, b] = [
      await masar().post('/api/projects', { ...project('x'), id: undefined }),
      await masar().post('/api/projects', { ...project('x'), id: undefined }),
    ];
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body.id).not.toBe(b.body.id);
    expect((await masar().get(String(a.headers['location']))).status).toBe(200);
  });

  it('with If-Match is refused on any other version, before anything is decided', async () => {
    const version = (await masar().get('/api/projects/P-1')).body.version as number;
    const stale = await masar().post('/api/projects/P-1/notes', { text: 'n' }, { 'if-match': `"${version - 1}"` });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version/conflict' } });
    const fresh = await masar().post('/api/projects/P-1/notes', { text: 'n' }, { 'if-match': `"${version}"` });
    expect([fresh.status, fresh.headers['etag']]).toEqual([201, `"${version + 1}"`]);
    expect((await masar().post('/api/projects/P-1/notes', { text: 'n' }, { 'if-match': 'sometime' })).status).toBe(412);
  });

  it('needs no body where it has no fields, and takes `on` anywhere', async () => {
    await masar().post('/api/projects/P-1/milestones', { id: 'm-1', title: { ar: 'محطة' }, target: '2026-05-01' });
    const bare = await masar().send('POST', '/api/projects/P-1/milestones/m-1/start', {
      authorization: `Bearer ${masar().token}`,
    });
    expect(bare.status).toBe(200);
    const [started] = (await masar().get('/api/projects/P-1/milestones')).body.items;
    expect(started.startedOn).toBe('2026-03-11');
    expect((await masar().post('/api/projects/P-1/notes', { text: 'n', on: '2026-03-01' })).status).toBe(201);
  });

  it('on an id that is taken is a clash, on one that is unknown a missing address', async () => {
    expect(await masar().post('/api/projects', project('P-1'))).toMatchObject({
      status: 409,
      body: { code: 'stream/exists' },
    });
    expect(await masar().post('/api/projects/P-9/waits', wait)).toMatchObject({
      status: 404,
      body: { code: 'stream/not-found' },
    });
    expect(await masar().post('/api/projects/P-1/waits/w-9/end')).toMatchObject({
      status: 404,
      body: { code: 'wait/unknown' },
    });
  });
});

describe('what is wrong with a request', () => {
  const send = (payload: string, headers: Record<string, string> = {}) =>
    masar().send(
      'POST',
      '/api/projects',
      { authorization: `Bearer ${masar().token}`, 'content-type': 'application/json', ...english, ...headers },
      payload,
    );

  it.each([
    ['no JSON', '{"title":', 400, 'body/malformed'],
    ['half a character', '{"title":{"en":"\\ud800"},"owner":"education"}', 400, 'body/malformed'],
    ['a poisoned prototype', '{"__proto__":{"x":1},"owner":"education"}', 400, 'body/malformed'],
    ['an unknown field', JSON.stringify({ ...project('u'), colour: 'red' }), 400, 'body/unknown-field'],
    ['a missing field', JSON.stringify({ owner: 'education' }), 400, 'body/invalid'],
    ['an impossible date', JSON.stringify({ ...project('u'), startedOn: '2026-02-30' }), 422, 'date/not-a-date'],
    ['an unknown owner', JSON.stringify({ ...project('u'), owner: 'nobody' }), 422, 'initiative/unknown-party'],
    [
      'a body too large',
      JSON.stringify({ ...project('u'), title: { ar: 'x'.repeat(1_100_000) } }),
      413,
      'body/too-large',
    ],
  ])('%s', async (_, payload, status, code) => {
    const answer = await send(payload);
    expect([answer.status, answer.body.code, answer.headers['content-type']]).toEqual([
      status,
      code,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it.each([
    ['a broken percent-encoding', '/api/projects/%zz', 400, 'body/malformed'],
    ['an endless segment', `/api/projects/${'a'.repeat(5000)}`, 404, 'read/not-found'],
  ])('%s in the address', async (_, path, status, code) => {
    const answer = await masar().get(path);
    expect([answer.status, answer.body.code, answer.headers['content-type']]).toEqual([
      status,
      code,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it.each(['/api/entities/education', '/api/session', '/api/portfolio/looks/none', '/api/projects/none'])(
    'a parameter that %s does not take, as in a list; what every read takes is none of them',
    async (path) => {
      for (const at of [path, '/api/entities']) {
        const { status, body } = await masar().get(`${at}?knownOn=2026-01-01&waitMs=0`);
        expect([at, status, body.code, body.errors]).toEqual([
          ...[at, 400, 'page/unknown-filter'],
          [expect.objectContaining({ path: 'knownOn', code: 'field/unknown' })],
        ]);
      }
      const plain = await masar().get(path);
      const level = await masar().get(`${path}?atLeast=entities/education@1&waitMs=0`);
      expect([level.status, level.body.code]).toEqual([plain.status, plain.body.code]);
      const stranger = await masar().send('GET', `${path}?knownOn=2026-01-01`, {});
      expect(stranger.status).toBe(401);
    },
  );

  it('takes a whole character written as two escapes, and dates in Arabic digits', async () => {
    const body = `{"id":"digits","title":{"en":"\\ud83d\\ude80"},"owner":"education","startedOn":"٢٠٢٦-٠٣-٠١"}`;
    expect((await send(body)).status).toBe(201);
    expect((await masar().get('/api/projects/digits')).body).toMatchObject({
      title: { en: '🚀' },
      startedOn: '2026-03-01',
    });
  });

  it('another media type', async () => {
    expect(await send('a,b', { 'content-type': 'text/csv' })).toMatchObject({
      status: 415,
      body: { code: 'body/unsupported-media' },
    });
  });

  it('is said in Arabic unless English is asked for, field by field', async () => {
    const [arabic] = (await masar().post('/api/projects', { owner: 7, title: { ar: 'م' } })).body.errors;
    const [inEnglish] = (await masar().post('/api/projects', { owner: 7, title: { ar: 'م' } }, english)).body.errors;
    expect(arabic).toMatchObject({ path: 'owner', code: 'field/type', message: expect.stringContaining('النوع') });
    expect(inEnglish).toMatchObject({ path: 'owner', code: 'field/type', message: expect.stringContaining('type') });
  });

  it('has a code that can be looked up', async () => {
    const { type, code } = (await send('{}')).body as { type: string; code: string };
    expect((await masar().get(type)).body).toMatchObject({ code, status: 400 });
  });
});

describe('lists', () => {
  beforeAll(async () => {
    const commands = Array.from({ length: 7 }, (_, n) => ({
      path: '/api/laws',
      body: {
        id: `L-${n}`,
        title: { ar: 'قانون' },
        owner: n % 2 ? 'finance' : 'education',
        jurisdiction: 'EG',
        instrument: 'law',
        source: { system: 'gazette', id: `n:${n}` },
      },
    }));
    await masar().post('/api/batch', { commands });
  });

  it('come in pages that lead on from each other', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await masar().get(`/api/laws?limit=3${cursor && `&cursor=${cursor}`}`);
      expect(body.total).toBe(7);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next as string | null;
    }
    expect(seen).toEqual(['L-0', 'L-1', 'L-2', 'L-3', 'L-4', 'L-5', 'L-6']);
  });

  it('are found by source and by owner', async () => {
    expect((await masar().get('/api/laws?source=gazette:n:4')).body.items).toMatchObject([
      { id: 'L-4', source: { system: 'gazette', id: 'n:4' } },
    ]);
    expect((await masar().get('/api/laws?source=gazette:n:99')).body).toMatchObject({
      items: [],
      next: null,
      total: 0,
    });
    expect((await masar().get('/api/laws?owner=finance')).body.total).toBe(3);
    await masar().post('/api/laws/L-1/owner', { to: 'education', reason: 'نقل' });
    expect((await masar().get('/api/laws?owner=finance')).body.total).toBe(2);
  });

  it.each(['colour=red', 'limit=0', 'limit=501', 'limit=ten', 'cursor=zzz', 'source=gazette'])(
    'refuse ?%s',
    async (query) => {
      expect((await masar().get(`/api/laws?${query}`)).status).toBe(400);
    },
  );

  it('refuse a cursor of another list', async () => {
    const { next } = (await masar().get('/api/laws?limit=1')).body as { next: string };
    expect(await masar().get(`/api/projects?cursor=${next}`)).toMatchObject({
      status: 400,
      body: { code: 'page/cursor-invalid' },
    });
  });

  it('page through the events of one initiative', async () => {
    const first = (await masar().get('/api/projects/P-1/events?limit=2')).body;
    const second = (await masar().get(`/api/projects/P-1/events?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map((event: { version: number }) => event.version)).toEqual([1, 2, 3, 4]);
    expect(second.items[0].prevhash).toBe(first.items[1].hash);
  });
});

describe('what a route may refuse is in its description', () => {
  it.each(['entities', 'imports', 'law-paths', 'calendars', 'portfolio/looks', 'reporting/parked', 'projects'])(
    'a cursor nobody gave out, of %s',
    async (list) => {
      const refused = await masar().get(`/api/${list}?cursor=zzz`);
      expect([refused.status, refused.body.code]).toEqual([400, 'page/cursor-invalid']);
    },
  );

  it('a year that is none, or confirmed tomorrow', async () => {
    const confirm = (year: string, body: object) => masar().post(`/api/calendars/EG/years/${year}/confirm`, body);
    expect((await confirm('soon', {})).body.code).toBe('read/not-found');
    expect((await confirm('2026', { on: '2026-03-12' })).body.code).toBe('date/in-future');
  });

  it('a body too large, or of another kind', async () => {
    const bearer = { authorization: `Bearer ${masar().token}` };
    const send = (type: string, body: string) =>
      masar().send('POST', '/api/projects/P-1/notes', { ...bearer, 'content-type': type }, body);
    expect((await send('text/plain', 'x')).status).toBe(415);
    expect((await send('application/json', JSON.stringify({ text: 'x'.repeat(2_000_000) }))).status).toBe(413);
  });

  it('an export in any of its formats', async () => {
    for (const file of ['portfolio.csv', 'portfolio.json', 'milestones.ics', 'events.xes'])
      expect((await masar().get(`/api/export/${file}`)).status).toBe(200);
  });

  it.each([
    'portfolio?limit=many',
    'portfolio?late=so',
    'milestones?party=x',
    'events?types=x',
    'timelines/projects/P-1?atLeast=x',
  ])('a parameter that cannot be meant (%s), each by its name and in the reader’s language', async (read) => {
    const refused = await masar().get(`/api/${read}`, { 'accept-language': 'ar' });
    expect([refused.status, refused.body.code]).toEqual([400, 'body/invalid']);
    const [fault] = refused.body.errors;
    expect(read).toContain(`${fault.path}=`);
    expect(refused.body.detail).toBe(`${fault.path}: ${fault.message}`);
    expect(fault.message).toMatch(/^ال/);
  });
});
