import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('files', {
  MASAR_TODAY: '2026-03-11',
  MASAR_ALLOW_TODAY: '1',
  MASAR_FILE_LIMIT: '100000',
});
const { joined } = peopleOf(masar);
const english = { 'accept-language': 'en' };
const pdfOf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n(${text})\n%%EOF\n`);
const digestOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}`, ...english });
const upload = (who: { token: string }, bytes: Buffer | string, name = 'minutes.pdf', media = 'application/pdf') =>
  masar().send(
    'POST',
    `/api/files?filename=${encodeURIComponent(name)}`,
    { ...bearer(who), 'content-type': media },
    bytes,
  );
const read = (who: { token: string }, id: string) => masar().send('GET', `/api/files/${id}`, bearer(who));

const minutes = pdfOf('minutes');
const file = digestOf(minutes);
const reach = (who: Asking, named: string, milestone = 'm-1', on = '2026-03-06') =>
  who.post(`/api/projects/P-1/milestones/${milestone}/reach`, { on, evidence: [{ title: 'Minutes', file: named }] });

let lead: Asking, member: Asking, outsider: Asking, auditor: Asking, builder: Asking, rival: Asking;

beforeAll(async () => {
  const made = [];
  for (const id of ['education', 'finance'])
    made.push(await masar().post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' }));
  for (const id of ['builder', 'rival']) made.push(await masar().post('/api/partners', { id, name: { en: id } }));
  made.push(
    await masar().post('/api/projects', {
      id: 'P-1',
      title: { en: 'Schools' },
      owner: 'education',
      startedOn: '2026-02-01',
      audience: 'team',
    }),
  );
  for (const id of ['m-1', 'm-2'])
    made.push(
      await masar().post('/api/projects/P-1/milestones', { id, title: { en: id }, target: '2026-03-01' }),
      await masar().post(`/api/projects/P-1/milestones/${id}/start`, { on: '2026-02-05' }),
    );
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 200, 201, 200]);
  lead = await joined('lead', { roles: ['lead'], entity: 'education' });
  member = await joined('member', { roles: ['member'], entity: 'education' });
  outsider = await joined('outsider', { roles: ['member'], entity: 'finance' });
  auditor = await joined('auditor', { roles: ['auditor'] });
  builder = await joined('builder-1', { roles: ['partner'], partner: 'builder' });
  rival = await joined('rival-1', { roles: ['partner'], partner: 'rival' });
});

describe('an evidence file', () => {
  it('is taken by its bytes, and read by who brought it and nobody else', async () => {
    const taken = await upload(member, minutes, '../محضر.exe');
    expect([taken.status, taken.headers['location'], taken.body]).toEqual([
      201,
      `/api/files/${file}`,
      { id: file, sha256: file, size: minutes.length, type: 'application/pdf', name: 'محضر.exe.pdf' },
    ]);
    expect((await upload(member, minutes)).body.id).toBe(file);
    expect((await read(member, file)).status).toBe(200);
    const unknown = await read(lead, '0'.repeat(64));
    for (const who of [lead, outsider, auditor, builder]) {
      const refused = await read(who, file);
      expect([refused.status, refused.body.code]).toEqual([404, 'file/unknown']);
      expect(JSON.stringify(refused.body).replaceAll(file, '')).toBe(
        JSON.stringify(unknown.body).replaceAll('0'.repeat(64), ''),
      );
    }
    expect((await member.get('/api/files')).body).toMatchObject({
      items: [{ id: file, name: 'minutes.pdf' }],
      total: 1,
    });
    expect((await lead.get('/api/files')).body.total).toBe(0);
  });

  it('is named only by whoever has it, and one that is not there by nobody', async () => {
    for (const [who, named] of [
      [lead, file],
      [member, '0'.repeat(64)],
    ] as const) {
      const refused = await reach(who, named);
      expect([refused.status, refused.body.code]).toEqual([422, 'file/unknown']);
    }
    expect((await reach(member, file)).status).toBe(200);
  });

  it('is then read by whoever sees what it proves, saved and never shown in place', async () => {
    for (const who of [lead, auditor]) {
      const answer = await read(who, file);
      expect([answer.status, answer.body]).toEqual([200, minutes.toString()]);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(minutes.length),
        'content-disposition': `attachment; filename="minutes.pdf"; filename*=UTF-8''minutes.pdf`,
        'content-security-policy': expect.stringContaining('sandbox'),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
    for (const who of [outsider, builder]) expect((await read(who, file)).status).toBe(404);
    expect((await reach(lead, file, 'm-2')).status).toBe(200);
  });

  it('of a commitment is for its partner and its initiative, and no other partner', async () => {
    const offered = await lead.post('/api/partners/builder/commitments', {
      id: 'c-1',
      direction: 'partner-to-government',
      title: { en: 'Hand over' },
      initiative: 'projects/P-1',
      dueOn: '2026-04-01',
      on: '2026-03-01',
    });
    expect(offered.status).toBe(201);
    expect((await builder.post('/api/commitments/c-1/accept', { on: '2026-03-04' })).status).toBe(200);
    const proof = pdfOf('handed over');
    const { id } = (await upload(builder, proof)).body as { id: string };
    const evidence = [{ title: 'Handover', file: id }];
    const stolen = await rival.post('/api/commitments/c-1/report', { on: '2026-03-08', evidence });
    expect([stolen.status, stolen.body.code]).toEqual([422, 'file/unknown']);
    expect((await builder.post('/api/commitments/c-1/report', { on: '2026-03-08', evidence })).status).toBe(200);
    for (const [who, status] of [
      [builder, 200],
      [lead, 200],
      [auditor, 200],
      [rival, 404],
      [outsider, 404],
    ] as const)
      expect((await read(who, id)).status).toBe(status);
  });

  it('that a refused command named is shown to nobody by it', async () => {
    const { id } = (await upload(outsider, pdfOf('probe'))).body as { id: string };
    const refused = await outsider.post('/api/projects/P-1/milestones/m-1/confirm', {
      on: '2026-03-07',
      evidence: [{ title: 'x', file: id }],
    });
    expect([refused.status, refused.body.code]).toEqual([404, 'stream/not-found']);
    for (const who of [lead, member, auditor]) expect((await read(who, id)).status).toBe(404);
  });
});

describe('what is not taken', () => {
  it.each([
    ['a page that calls itself a document', '<html><script>alert(1)</script></html>', 422, 'file/type-not-allowed'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 422, 'file/type-not-allowed'],
    ['nothing', '', 422, 'file/empty'],
    ['too much', Buffer.alloc(100_001, 65), 413, 'body/too-large'],
  ])('%s', async (_, bytes, status, code) => {
    const refused = await upload(member, bytes);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it('JSON, and a file of nobody', async () => {
    expect((await upload(member, '{"a":1}', 'a.json', 'application/json')).body.code).toBe('body/unsupported-media');
    expect((await upload({ token: 'nobody' }, minutes)).status).toBe(401);
  });

  it('a form is, by its field `file` and the name it has there', async () => {
    const form = [
      '--edge',
      'content-disposition: form-data; name="file"; filename="..\\\\evil\\\\notes.txt"',
      'content-type: text/html',
      '',
      'a note',
      '--edge--',
      '',
    ].join('\r\n');
    const taken = await masar().send(
      'POST',
      '/api/files',
      { ...bearer(member), 'content-type': 'multipart/form-data; boundary=edge' },
      form,
    );
    expect([taken.status, taken.body]).toMatchObject([201, { type: 'text/plain', name: 'notes.txt', size: 6 }]);
  });
});
