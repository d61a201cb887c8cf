import { beforeAll, describe, expect, it } from '@jest/globals';
import { masar } from '../harness/command-line.js';
import { registerEntities, useStandalone } from '../harness/system-for-specs.js';
import { TruthSurgery } from '../harness/sqlite/truth-surgery.js';

const { api, system } = useStandalone({ now: '2026-03-01T08:00:00.000Z' });
const timeline = async (id: string) => api().json(`/api/timelines/projects/${id}`);
const wait = { party: 'entity:finance', reason: 'busy', since: '2026-02-10' };

const operate = async (how: (surgery: TruthSurgery) => void): Promise<void> => {
  await system().stop();
  const surgery = new TruthSurgery(system().dataFolder);
  how(surgery);
  surgery.close();
};

const untilSeen = async (read: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100 && !(await read()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  for (const id of ['sick', 'sound']) {
    await api().accept('/api/projects', { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01' });
    await api().accept(`/api/projects/${id}/waits`, wait);
  }
});

describe('one invalid recorded event', () => {
  it('parks its stream alone, visibly; the rest goes on', async () => {
    await operate((surgery) =>
      surgery.append('projects/sick', 'wait.began.v1', { happenedOn: '2026-02-12', wait: 'bad' }),
    );
    await system().restart();
    await untilSeen(async () => 'incompleteSince' in (await timeline('sick')));
    expect((await timeline('sick'))['incompleteSince']).toBeDefined();
    const rows = await api().all('/api/portfolio');
    expect(rows.map((row) => [String(row['id']), 'incompleteSince' in row]).sort()).toEqual([
      ['sick', true],
      ['sound', false],
    ]);
    const { position } = await api().accept('/api/projects/sound/waits', { ...wait, since: '2026-02-09' });
    const sound = await api().json(`/api/timelines/projects/sound?atLeast=${String(position)}&waitMs=5000`);
    expect(sound).toMatchObject({ ledger: { waiting: 20 } });
    expect(sound['incompleteSince']).toBeUndefined();
    const parked = await masar({ ...system().environment() }, 'parked', 'list', '--url', system().url);
    expect(parked.stdout).toContain('projects/sick');
  }, 60_000);

  it('mended and folded again equals a system that never met it', async () => {
    await operate((surgery) => surgery.cutTail('projects/sick'));
    const rebuilt = await masar(system().environment(), 'rebuild');
    expect([rebuilt.code, rebuilt.stderr]).toEqual([0, '']);
    await system().restart();
    await untilSeen(async () => !('incompleteSince' in (await timeline('sick'))));
    const mended = await timeline('sick');
    expect(mended['incompleteSince']).toBeUndefined();
    expect(mended).toMatchObject({ ledger: { waiting: 19, elapsed: 28 }, positions: { 'projects/sick': 2 } });
  }, 60_000);
});
