import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { masar } from '../harness/command-line.js';
import { registerEntities, timelineOf, useStandalone } from '../harness/system-for-specs.js';

const { api, system } = useStandalone({ now: '2026-03-01T08:00:00.000Z' });
const overUrl = (...words: string[]) => masar(system().environment(), ...words, '--url', system().url);
const onFolder = (...words: string[]) => masar(system().environment(), ...words);
const shown = (stdout: string): unknown => JSON.parse(stdout) as unknown;
const csv = () => join(system().folder, 'initiatives.csv');

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  await api().accept('/api/projects', {
    id: 'p',
    title: { en: 'Bridge' },
    owner: 'education',
    startedOn: '2026-02-01',
  });
  await api().accept('/api/projects/p/waits', { party: 'entity:finance', reason: 'busy', since: '2026-02-10' });
  const rows = ['kind,initiative,title_en,owner,startedOn,milestone,milestone_title_en,key,target'];
  rows.push('projects,road,Road,education,2026-02-01,m-1,Design,yes,2026-05-03');
  writeFileSync(csv(), `${rows.join('\n')}\n`);
});

describe('masar on a running system', () => {
  it('shows the timeline that HTTP shows', async () => {
    const expected = await timelineOf(api(), 'projects/p');
    const answer = await overUrl('timeline', 'projects/p', '--json');
    expect([answer.code, answer.stderr]).toEqual([0, '']);
    expect(shown(answer.stdout)).toEqual(expected);
    expect((await overUrl('timeline', 'projects/p', '--on', '2026-02-15')).stdout).toContain('finance');
    expect(shown((await overUrl('portfolio', '--json')).stdout)).toMatchObject({ totals: { initiatives: 1 } });
  }, 60_000);

  it('exports into a file whose ending names the format', async () => {
    const file = join(system().folder, 'ledger.csv');
    expect((await overUrl('export', 'ledger', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('entity:finance');
  }, 60_000);

  it('rehearses an import, then runs it', async () => {
    const rehearsal = await overUrl('import', csv(), '--profile', 'initiatives', '--dry-run');
    expect(rehearsal.code).toBe(0);
    expect(rehearsal.stdout).toContain('new 1');
    expect(await api().all('/api/projects')).toHaveLength(1);
    expect((await overUrl('import', csv(), '--profile', 'initiatives')).code).toBe(0);
    expect(await api().all('/api/projects')).toHaveLength(2);
  }, 60_000);

  it('ends with 1 when refused, the reason on stderr, and with 2 when used wrongly', async () => {
    const refused = await overUrl('timeline', 'projects/none');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).not.toBe('');
    const wrong = [
      ['dance'],
      ['import', csv()],
      ['verify', '--colour', 'red'],
      ['timeline', 'p'],
      ['portfolio', '--lang', 'fr'],
    ];
    for (const words of wrong) expect([words, (await overUrl(...words)).code]).toEqual([words, 2]);
    expect((await overUrl('verify')).code).toBe(2);
  }, 60_000);

  it('refuses the folder that the running system holds', async () => {
    const answer = await onFolder('portfolio');
    expect(answer.code).toBe(1);
    expect(answer.stderr).not.toBe('');
  }, 60_000);
});

describe('masar on the data folder', () => {
  it('answers the same as over HTTP, and its commands are recorded as the operator’s', async () => {
    const expected = await timelineOf(api(), 'projects/p');
    await system().stop();
    const answer = await onFolder('timeline', 'projects/p', '--json');
    expect([answer.code, shown(answer.stdout)]).toEqual([0, expected]);
    const file = join(system().folder, 'more.csv');
    const header = 'project_number;project_name;department;start_date;end_date';
    writeFileSync(file, `${header}\nX-1;Railway;Transport;2026-01-04;2027-05-02\n`);
    const imported = await onFolder('import', file, '--profile', 'gmpp', '--as-of', '2026-02-28');
    expect([imported.code, imported.stderr]).toEqual([0, '']);
    expect((await onFolder('verify')).code).toBe(0);
    await system().restart();
    const [made] = await api().all('/api/projects?source=gmpp:X-1');
    const events = await api().all(`/api/projects/${String(made?.['id'])}/events`);
    expect(String(events[0]?.['actor'])).toMatch(/^operator:/);
  }, 120_000);
});

describe('accounts', () => {
  it('are changed beside the running system and hold there at once; a refusal is in words', async () => {
    const environment = { ...system().environment(), MASAR_USER_PASSWORD: 'of-hoda' };
    const user = (...words: string[]) => masar(environment, 'user', ...words);
    expect((await user('add', 'hoda', '--roles', 'lead')).code).toBe(0);
    const again = await user('add', 'hoda', '--roles', 'lead', '--lang', 'en');
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('There is an account of this name already'),
    ]);
    const signIn = () => api().post('/api/session', { user: 'hoda', password: 'of-hoda' });
    expect((await signIn()).status).toBe(201);
    expect((await user('disable', 'hoda')).code).toBe(0);
    expect((await signIn()).status).toBe(401);
  }, 60_000);
});
