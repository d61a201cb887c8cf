import { beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { masar } from '../harness/command-line.js';
import { registerEntities, useStandalone } from '../harness/system-for-specs.js';
import { TruthSurgery } from '../harness/sqlite/truth-surgery.js';

const { api, system } = useStandalone({ now: '2026-03-01T08:00:00.000Z' });
const seal = () => join(system().folder, 'seal');
const truth = () => join(system().dataFolder, 'truth.db');
const verify = (...words: string[]) => masar(system().environment(), 'verify', ...words);

/** Every case starts from the same truth. */
const tampered = (how: (surgery: TruthSurgery) => void): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(truth() + suffix, { force: true });
  copyFileSync(join(system().folder, 'kept.db'), truth());
  const surgery = new TruthSurgery(system().dataFolder);
  how(surgery);
  surgery.close();
};

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  for (const id of ['p', 'q']) {
    await api().accept('/api/projects', {
      id,
      title: { en: `Bridge ${id}` },
      owner: 'education',
      startedOn: '2026-02-01',
    });
    for (const text of ['first', 'second', 'third']) await api().accept(`/api/projects/${id}/notes`, { text });
  }
  await system().stop();
  const surgery = new TruthSurgery(system().dataFolder);
  surgery.close();
  copyFileSync(truth(), join(system().folder, 'kept.db'));
  const sealed = await masar(system().environment(), 'seal', seal());
  expect([sealed.code, sealed.stderr]).toEqual([0, '']);
  copyFileSync(truth(), join(system().folder, 'kept.db'));
}, 60_000);

describe('verify', () => {
  it('finds nothing wrong with what nobody touched, with or without the seal', async () => {
    tampered(() => undefined);
    expect((await verify()).code).toBe(0);
    expect((await verify('--seal', seal())).code).toBe(0);
  }, 30_000);

  it('names the event in which a byte was changed', async () => {
    tampered((surgery) => expect(surgery.changeWords('projects/p', 'second', 'secund')).toBeGreaterThan(0));
    const answer = await verify();
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain('projects/p@3');
  }, 30_000);

  it.each<[string, (surgery: TruthSurgery) => void]>([
    ['a cut tail', (surgery) => surgery.cutTail('projects/p')],
    ['a removed stream', (surgery) => surgery.removeStream('projects/q')],
    ['a stream whose hashes were written anew', (surgery) => surgery.rehash('projects/p', 'second', 'secund')],
  ])(
    'against a seal also finds %s',
    async (_name, how) => {
      tampered(how);
      const answer = await verify('--seal', seal());
      expect(answer.code).toBe(1);
      expect(answer.stderr).toMatch(/projects\/[pq]/);
    },
    30_000,
  );
});
