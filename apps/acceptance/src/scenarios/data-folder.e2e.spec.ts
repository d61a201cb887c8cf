import { describe, expect, it } from '@jest/globals';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { masar } from '../harness/command-line.js';
import { registerEntities, timelineOf, useStandalone } from '../harness/system-for-specs.js';
import { StandaloneProcess } from '../harness/standalone-process.js';

const { api, system } = useStandalone({ now: '2026-03-01T08:00:00.000Z' });
const commitFive = async (mark: string) => {
  for (let n = 0; n < 5; n += 1) await api().accept('/api/projects/p/notes', { text: `${mark} ${n}` });
};
const waitOn = (party: string) => api().accept('/api/projects/p/waits', { party, reason: 'busy', since: '2026-02-10' });

describe('the data folder', () => {
  it('is held by one process: a second is refused and harms nothing', async () => {
    await registerEntities(api(), ['education', 'finance', 'land']);
    await api().accept('/api/projects', { id: 'p', title: { en: 'P' }, owner: 'education', startedOn: '2026-02-01' });
    const second = StandaloneProcess.prepare({ dataFolder: system().dataFolder });
    const { code, said } = await second.startRefused();
    expect(code).not.toBe(0);
    expect(said).toMatch(/lock|use/i);
    await waitOn('entity:finance');
    const line = await masar(system().environment(), 'rebuild');
    expect(line.code).toBe(1);
    expect(line.stderr).not.toBe('');
  }, 60_000);

  it('is verified, backed up while it runs, and restored: reports equal those of a system that never knew more', async () => {
    const backup = join(system().folder, 'backup');
    const saved = await masar(system().environment(), 'backup', backup);
    expect([saved.code, saved.stderr]).toEqual([0, '']);
    expect(existsSync(backup)).toBe(true);
    const before = JSON.stringify(await timelineOf(api(), 'projects/p'));
    await commitFive('lost');
    await waitOn('entity:land');
    await system().stop();
    const restored = await masar(system().environment(), 'restore', backup);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    await system().restart();
    expect(JSON.stringify(await timelineOf(api(), 'projects/p'))).toBe(before);
    await commitFive('other');
    const events = await api().all('/api/projects/p/events');
    expect(JSON.stringify(events)).not.toContain('lost');
    expect(events.map((event) => event['version'])).toEqual(events.map((_, index) => index + 1));
    const after = JSON.stringify(await timelineOf(api(), 'projects/p'));
    await system().stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(system().dataFolder, `views.db${suffix}`), { force: true });
    expect((await masar(system().environment(), 'verify')).code).toBe(0);
    await system().restart();
    expect(JSON.stringify(await timelineOf(api(), 'projects/p'))).toBe(after);
  }, 120_000);
});
