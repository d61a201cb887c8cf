import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../harness/api-client.js';
import { masar } from '../harness/command-line.js';
import { listOf } from '../harness/shown.js';
import { registerEntities, timelineOf, useStandalone } from '../harness/system-for-specs.js';

const { api, system } = useStandalone({ now: '2026-03-01T08:00:00.000Z' });
const password = 'second-Password-2';
let lead: ApiClient;
let reviewer: ApiClient;
const waits = '/api/projects/p/waits';
const wait = { party: 'entity:finance', reason: 'busy', since: '2026-02-10' };

const addUser = async (...words: string[]): Promise<void> => {
  const answer = await masar({ ...system().environment(), MASAR_USER_PASSWORD: password }, 'user', 'add', ...words);
  expect([answer.code, answer.stderr]).toEqual([0, '']);
};

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  await api().accept('/api/projects', { id: 'p', title: { en: 'P' }, owner: 'education', startedOn: '2026-02-01' });
  await api().accept('/api/projects/p/milestones', { id: 'm', title: { en: 'm' }, target: '2026-05-03', key: true });
  await api().accept('/api/laws', {
    id: 'l',
    title: { en: 'L' },
    owner: 'education',
    jurisdiction: 'EG',
    instrument: 'law',
    startedOn: '2026-01-04',
  });
  await api().accept('/api/laws/l/stages', { stage: 'committee', on: '2026-01-11' });
  await system().stop();
  await addUser('layla', '--roles', 'lead', '--entity', 'education');
  await addUser('rami', '--roles', 'reviewer');
  await system().restart();
  lead = await new ApiClient(system().url).signIn('layla', password);
  reviewer = await new ApiClient(system().url).signIn('rami', password);
}, 120_000);

describe('from the second account on', () => {
  it('the same key of another person is another command', async () => {
    const first = await lead.accept(waits, wait, { 'idempotency-key': 'shared' });
    const other = await api().post(waits, wait, { 'idempotency-key': 'shared' });
    if (other.status < 300) expect(other.body['id']).not.toBe(first['id']);
    else expect(other.body['code']).not.toBe('idempotency/key-reused');
    expect((await lead.accept(waits, wait, { 'idempotency-key': 'shared' }))['id']).toBe(first['id']);
  });

  it('nobody decides the own request', async () => {
    const changes = '/api/projects/p/milestones/m/target-changes';
    const { id } = await lead.accept(changes, { to: '2026-06-07', reason: 'late drawings' });
    const own = await lead.post(`${changes}/${String(id)}/approve`, {});
    expect(own.status).toBe(403);
    await reviewer.accept(`${changes}/${String(id)}/approve`, {});
    const mine = await reviewer.post(changes, { to: '2026-06-14', reason: 'again' });
    if (mine.status < 300) {
      const answer = await reviewer.post(`${changes}/${String(mine.body['id'])}/approve`, {});
      expect([answer.status, answer.body['code']]).toEqual([403, 'target-change/own-request']);
    } else expect(mine.status).toBe(403);
  });

  it('a sovereign body is named to reviewers alone', async () => {
    const parties = async (client: ApiClient) =>
      listOf((await timelineOf(client, 'laws/l'))['ledger']?.['byParty']).map((one) => String(one['party']));
    expect(await parties(reviewer)).toContain('legislature');
    expect(await parties(lead)).toContain('constitutional-procedure');
    expect(await parties(lead)).not.toContain('legislature');
    expect(JSON.stringify(await timelineOf(lead, 'laws/l'))).not.toContain('"legislature"');
  });
});
