import { beforeAll, describe, expect, it } from '@jest/globals';
import { addressed, fieldsOf, wanted } from '../attacks/command-routes.js';
import { rawly, slowBodies } from '../attacks/raw-request.js';
import { ApiClient } from '../harness/api-client.js';
import { useStandalone } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';
import { joined } from '../rights/cast.js';
import { descriptionOf, routesIn, type DescribedRoute, type Description } from '../rights/described-routes.js';

const { api, system } = useStandalone({
  now: '2026-03-11T08:00:00.000Z',
  environment: { MASAR_LOG: 'info', MASAR_LOG_REQUESTS: 'all' },
});
const password = 'seven quiet rivers bend';
const json = { 'content-type': 'application/json' };
let description: Description;
let commands: readonly DescribedRoute[];
let lead: ApiClient;
let member: ApiClient;

beforeAll(async () => {
  for (const id of ['education', 'health'])
    await api().accept('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  lead = await joined(api(), 'layla', { roles: ['lead', 'member'], entity: 'education' });
  member = await joined(api(), 'sami', { roles: ['member'], entity: 'education' });
  await lead.accept('/api/projects', { id: 'p', title: { en: 'Bridge' }, owner: 'education' });
  await lead.accept('/api/projects/p/milestones', { id: 'm', title: { en: 'm' }, target: '2026-05-01' });
  description = await descriptionOf(api());
  commands = routesIn(description).filter(({ method }) => method === 'POST');
}, 120_000);

const send = (by: ApiClient, path: string, body: string, headers: Record<string, string> = {}) =>
  by.send('POST', path, { body, headers: { ...json, ...headers } });

describe('fields that no body has', () => {
  it('are refused by every command, each of them, whoever sends them: no right, no past and no decision by a field', async () => {
    let tried = 0;
    for (const route of commands) {
      const fields = fieldsOf(route, description);
      if (!fields) continue;
      for (const [name, value] of Object.entries(wanted)) {
        if (fields.includes(name)) continue;
        const answer = await send(api(), addressed(route), JSON.stringify({ [name]: value }));
        expect([route.name, name, answer.status < 500 && answer.status >= 400]).toEqual([route.name, name, true]);
        const told = (answer.body['errors'] as unknown as { path: string; code: string }[] | undefined) ?? [];
        // Who has no right is not told what is wrong with the body.
        if (answer.status === 400)
          expect(told).toContainEqual(expect.objectContaining({ path: name, code: 'field/unknown' }));
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(2_000);
  });

  it('give nobody what he has not: the session stays what it was', async () => {
    await send(member, '/api/projects/p/waits', JSON.stringify({ roles: ['administrator'], onlyAccount: true }));
    expect((await member.json('/api/session'))['roles']).toEqual(['member']);
    const forged = {
      'x-user': 'admin',
      'x-forwarded-user': 'admin',
      'x-masar-inside': 'true',
      'x-original-url': '/health/live',
    };
    expect(
      (
        await send(
          member,
          '/api/entities',
          JSON.stringify({ id: 'forged', name: { en: 'x' }, jurisdiction: 'EG' }),
          forged,
        )
      ).status,
    ).toBe(403);
    const override = await send(member, '/api/people/sami', '{}', { 'x-http-method-override': 'DELETE' });
    expect(override.status).toBe(404);
  });
});

describe('bodies of the wrong type', () => {
  const shapes = [
    '[]',
    '"text"',
    '7',
    'true',
    '[{"id":"x"}]',
    '{"id":{"$gt":""}}',
    '{"id":["p"]}',
    '{"on":{"toString":1}}',
  ];
  const poisons = [
    '{"__proto__":{"roles":["administrator"],"onlyAccount":true}}',
    '{"constructor":{"prototype":{"onlyAccount":true}}}',
    '{"title":{"__proto__":{"onlyAccount":true}},"owner":"education"}',
  ];

  it('are refused by every command as what they are, and never by a fault', async () => {
    for (const route of commands.filter((one) => fieldsOf(one, description)))
      for (const body of [...shapes, ...poisons]) {
        const { status, body: told } = await send(api(), addressed(route), body);
        // No body at all (`null` is none) is what many commands need: that is not wrong.
        expect([route.name, body, status >= 400 && status < 500, typeof told['code']]).toEqual([
          route.name,
          body,
          true,
          'string',
        ]);
      }
  });

  it('poison nothing: whoever asks afterwards holds what he held', async () => {
    expect((await member.post('/api/entities', { id: 'x', name: { en: 'x' }, jurisdiction: 'EG' })).status).toBe(403);
    expect((await member.json('/api/session'))['onlyAccount']).toBe(false);
  });
});

describe('commands by cookie', () => {
  it('are refused at every address when a page of another house sends them, or none says where it is from', async () => {
    const signedIn = await fetch(`${system().url}/api/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ user: 'layla', password }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .join('; ');
    const nobody = new ApiClient(system().url);
    const guarded = routesIn(description).filter(({ method, action }) => method !== 'GET' && action !== undefined);
    for (const route of guarded)
      for (const origin of ['https://elsewhere.example', 'null', `${system().url}.elsewhere.example`, undefined]) {
        const headers = { ...json, cookie, ...(origin === undefined ? {} : { origin }) };
        const answer = await nobody.send(route.method, addressed(route), { body: '{}', headers });
        expect([route.name, origin, answer.status, answer.body['code']]).toEqual([
          route.name,
          origin,
          403,
          'access/foreign-origin',
        ]);
      }
    const own = await nobody.send('POST', '/api/projects/p/notes', {
      body: '{"text":"own"}',
      headers: { ...json, cookie, origin: system().url },
    });
    expect(own.status).toBe(201);
  });
});

describe('a secret that renews a session', () => {
  it('sent a second time ends what it began, also what was renewed meanwhile, side by side too', async () => {
    const begun = await fetch(`${system().url}/api/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ user: 'sami', password }),
    });
    const cookiesOf = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0]!)
        .join('; ');
    const renew = (cookie: string) =>
      fetch(`${system().url}/api/session/refresh`, { method: 'POST', headers: { cookie, origin: system().url } });
    const stolen = cookiesOf(begun);
    const together = await Promise.all([renew(stolen), renew(stolen), renew(stolen)]);
    const renewed = together.filter(({ status }) => status === 200);
    expect(renewed).toHaveLength(1);
    const used = await fetch(`${system().url}/api/session`, { headers: { cookie: cookiesOf(renewed[0]!) } });
    expect(used.status).toBe(401);
    expect((await renew(stolen)).status).toBe(401);
  });
});

describe('guessing a password', () => {
  it('is slowed for the name, right guesses too, and for nobody else', async () => {
    const anybody = new ApiClient(system().url);
    await joined(api(), 'guessed', { roles: ['auditor'] });
    const tries: number[] = [];
    for (let n = 0; n < 8; n += 1)
      tries.push((await anybody.post('/api/session', { user: 'guessed', password: `guess ${n}` })).status);
    expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(tries.slice(5)).toEqual([429, 429, 429]);
    expect((await anybody.post('/api/session', { user: 'guessed', password })).status).toBe(429);
    expect((await anybody.post('/api/session', { user: 'layla', password })).status).toBe(201);
  });
});

describe('text that means something elsewhere', () => {
  const formulas = ['=1+1', '+966', '-cmd', '@sum', '\tx', '\r=1', '=HYPERLINK("https://elsewhere.example";"x")'];

  it('is no formula in any exported cell', async () => {
    for (const [at, text] of formulas.entries())
      await lead.accept('/api/projects', {
        id: `f-${at}`,
        title: { en: text, ar: text },
        owner: 'education',
        startedOn: '2026-02-01',
      });
    const { version } = await lead.json(`/api/projects/f-${formulas.length - 1}`);
    await lead.json(`/api/portfolio?atLeast=projects/f-${formulas.length - 1}@${Number(version)}&waitMs=20000`);
    for (const file of ['portfolio.csv', 'ledger.csv', 'milestones.csv', 'events.csv']) {
      const text = await lead.text(`/api/export/${file}`);
      const cells = text
        .replace('\ufeff', '')
        .split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((cell) => cell.replace(/^"/, ''));
      expect([file, cells.filter((cell) => /^[=+@\t\r]|^-(?![\d.])/.test(cell))]).toEqual([file, []]);
    }
    expect(await lead.text('/api/export/portfolio.csv')).toContain("'=1+1");
  });

  it('is no header of an answer, from paths, queries, cookies, languages and names of files', async () => {
    const evil = '%0d%0aset-cookie:%20evil=1%0d%0ax-evil:%201';
    const paths = [
      `/api/projects/${evil}`,
      `/api/projects?owner=${evil}`,
      `/api/export/${evil}`,
      `/api/problems/${evil}/x`,
      `/api/docs/${evil}`,
      `/api/events?after=${evil}`,
    ];
    for (const path of paths) {
      const { headers, status } = await lead.get(path);
      expect([path, headers['x-evil'], headers['set-cookie'], status < 500]).toEqual([
        path,
        undefined,
        undefined,
        true,
      ]);
    }
    const made = await lead.post('/api/projects/p/notes', { id: 'a\r\nx-evil: 1', text: 'x' });
    expect([made.status, made.headers['x-evil']]).toEqual([400, undefined]);
    const split = await rawly(
      system().url,
      'GET /api/problems HTTP/1.1\r\nhost: x\r\naccept-language: en\rx-evil: 1\r\nconnection: close\r\n\r\n',
    );
    expect(split.split('\r\n\r\n')[0]).not.toContain('x-evil');
  });

  it('is one line of the log, whatever it holds', async () => {
    const before = system().output.length;
    const evil = 'evil"}\n{"level":60,"msg":"forged"}\u001b[2J';
    await lead.get(`/api/projects/${encodeURIComponent(evil)}`);
    await new ApiClient(system().url).post('/api/session', { user: evil.slice(0, 60), password: evil });
    await send(lead, '/api/projects/p/notes', JSON.stringify({ text: evil, [evil]: 1 }));
    const lines = system().output.slice(before).split('\n').filter(Boolean);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(lines.filter((line) => (JSON.parse(line) as { msg?: string }).msg === 'forged')).toEqual([]);
    expect(system().output).not.toContain('\u001b[2J');
    expect(system().output).not.toContain(password);
  });
});

describe('requests that never end', () => {
  it('hold up nobody: many slow bodies beside which others are answered', async () => {
    const { token } = (await new ApiClient(system().url).post('/api/session', { user: 'layla', password })).body;
    const head = `POST /api/projects HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${String(token)}\r\ncontent-type: application/json`;
    const slow = slowBodies(system().url, 300, head);
    try {
      await until('all of them came', async () => slow.open() === 300);
      for (let n = 0; n < 20; n += 1) expect((await lead.get('/api/session')).status).toBe(200);
      // They were not answered because the slow ones had gone: every one of them is still waited for.
      expect(slow.open()).toBe(300);
    } finally {
      slow.end();
    }
  });

  it('are cut where they promise too much, before what they promise was read', async () => {
    const huge = await rawly(
      system().url,
      'POST /api/projects HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99999999999\r\n\r\n{',
    );
    expect(huge).toMatch(/^HTTP\/1\.1 (413|401)/);
    const headers = await rawly(
      system().url,
      `GET /api/projects HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(200_000)}\r\n\r\n`,
    );
    expect(headers).toMatch(/^HTTP\/1\.1 431/);
    const deep = await send(lead, '/api/projects', `${'{"title":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(deep.status).toBe(400);
    expect((await lead.get('/api/session')).status).toBe(200);
  });

  it('of two meanings are refused: a length and chunks, a length twice', async () => {
    const smuggled =
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/people HTTP/1.1\r\n\r\n';
    expect(await rawly(system().url, smuggled, 2_000)).toMatch(/^HTTP\/1\.1 400/);
    const twice = 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\nabcd';
    expect(await rawly(system().url, twice, 2_000)).toMatch(/^HTTP\/1\.1 400/);
  });
});
