import { beforeAll, describe, expect, it } from '@jest/globals';
import { registerEntities, useSystem } from '../harness/system-for-specs.js';

const { api, system } = useSystem({ now: '2026-03-01T08:00:00.000Z' });
const project = { id: 'p', title: { en: 'Bridge' }, owner: 'education', startedOn: '2026-02-01' };
const wait = { party: 'entity:finance', reason: 'busy', since: '2026-02-10' };
const waits = '/api/projects/p/waits';
const eventsOf = async () => (await api().all('/api/projects/p/events')).length;

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  await api().accept('/api/projects', project, { 'idempotency-key': 'register-p' });
});

describe('the same command twice', () => {
  it('gets its first answer, whole, and nothing is recorded again', async () => {
    const first = await api().post(waits, wait, { 'idempotency-key': 'once' });
    const events = await eventsOf();
    const again = await api().post(waits, wait, { 'idempotency-key': 'once' });
    expect([again.status, again.body, again.headers['etag']]).toEqual([
      first.status,
      first.body,
      first.headers['etag'],
    ]);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await eventsOf()).toBe(events);
  });

  it('also where the server makes the id, and after a restart', async () => {
    const withoutId = { title: { en: 'Made id' }, owner: 'education' };
    const first = await api().post('/api/projects', withoutId, { 'idempotency-key': 'made' });
    expect(first.status).toBe(201);
    await system().stop();
    await system().restart();
    const again = await api().post('/api/projects', withoutId, { 'idempotency-key': 'made' });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const registered = await api().post('/api/projects', project, { 'idempotency-key': 'register-p' });
    expect([registered.status, registered.body['version']]).toEqual([201, 1]);
  }, 60_000);

  it('is looked up before If-Match', async () => {
    const { version } = await api().json('/api/projects/p');
    const headers = { 'idempotency-key': 'matched', 'if-match': `"${Number(version)}"` };
    const first = await api().post(waits, wait, headers);
    expect(first.status).toBeLessThan(300);
    const again = await api().post(waits, wait, headers);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  it('with another body is refused', async () => {
    const answer = await api().post(waits, { ...wait, since: '2026-02-11' }, { 'idempotency-key': 'once' });
    expect([answer.status, answer.body['code']]).toEqual([409, 'idempotency/key-reused']);
  });

  it('on another path is refused or a command of its own, never the answer of the other', async () => {
    const answer = await api().post('/api/projects/p/notes', { text: 'seen' }, { 'idempotency-key': 'once' });
    expect([409, 200, 201]).toContain(answer.status);
    if (answer.status === 409) expect(answer.body['code']).toBe('idempotency/key-reused');
  });

  it('sent twenty times at once is recorded once, and every answer is the same', async () => {
    const before = await eventsOf();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api().post(waits, wait, { 'idempotency-key': 'at-once' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]?.status).toBeLessThan(300);
    expect(await eventsOf()).toBe(before + 1);
  });

  it('without a key is two commands', async () => {
    const before = await eventsOf();
    const [one, two] = [
      await api().post(waits, wait, { 'idempotency-key': '' }),
      await api().post(waits, wait, { 'idempotency-key': '' }),
    ];
    expect(one.body['id']).not.toBe(two.body['id']);
    expect(await eventsOf()).toBe(before + 2);
  });

  it('is decided anew after a refusal: refusals are not remembered', async () => {
    const path = '/api/projects/p/milestones/later/start';
    const refused = await api().post(path, { on: '2026-02-20' }, { 'idempotency-key': 'retry' });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    await api().accept('/api/projects/p/milestones', { id: 'later', title: { en: 'later' }, target: '2026-04-01' });
    const accepted = await api().post(path, { on: '2026-02-20' }, { 'idempotency-key': 'retry' });
    expect(accepted.status).toBeLessThan(300);
  });
});

describe('two writers', () => {
  it('at one version asked for: one wins, the other gets 412', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { version } = await api().json('/api/projects/p');
      const headers = { 'if-match': `"${Number(version)}"` };
      const answers = await Promise.all([api().post(waits, wait, headers), api().post(waits, wait, headers)]);
      expect(answers.map((answer) => answer.status >= 300).sort()).toEqual([false, true]);
      expect(answers.find((answer) => answer.status >= 300)?.status).toBe(412);
    }
  });

  it('without asking: both are recorded, one after the other', async () => {
    const before = await eventsOf();
    const answers = await Promise.all(Array.from({ length: 24 }, () => api().post(waits, wait)));
    expect(answers.every((answer) => answer.status < 300)).toBe(true);
    const versions = answers.map((answer) => Number(answer.body['version'])).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 24 }, (_, index) => before + 1 + index));
  });

  it('at registering one id: one makes it, the other is told of the clash', async () => {
    const body = { id: 'race', title: { en: 'Race' }, owner: 'education' };
    const answers = await Promise.all([api().post('/api/projects', body), api().post('/api/projects', body)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });
});
