import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sharedData } from '../harness/shared-data.js';
import { StandaloneProcess } from '../harness/standalone-process.js';
import { importFile, levelWithLog } from '../real-data/import-file.js';

const data = sharedData();
if (data === undefined) console.warn('REAL DATA ABSENT: a killed import is not checked (set MASAR_SHARED_DATA)');
const whenThere = data === undefined ? describe.skip : describe;
const file = join(data ?? '', 'gmpp/gmpp_2021.csv');
const question = { profile: 'gmpp', asOf: '2021-03-31' };

/** All that is said of the portfolio's milestones and rows; the same in every run of the same file. */
const everythingSaid = async (system: StandaloneProcess): Promise<string> => {
  await levelWithLog(system.client, 'projects');
  const milestones = await system.client.all('/api/milestones?kind=projects');
  return JSON.stringify([milestones, await system.client.all('/api/portfolio?knownOn=2021-03-31')]);
};

/** An import that was begun is running or over; one that never began is not there. */
const untilOver = async (system: StandaloneProcess): Promise<readonly string[]> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const statuses = (await system.client.all('/api/imports')).map((one) => String(one['status']));
    if (!statuses.includes('running')) return statuses;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('an import runs for ever');
};

whenThere('an import killed in the middle', () => {
  it('goes on by itself after a restart, and ends as if nobody had killed it', async () => {
    const untouched = await StandaloneProcess.start();
    const killed = await StandaloneProcess.start();
    try {
      const started = Date.now();
      await importFile(untouched.client, file, question);
      const took = Date.now() - started;
      const expected = await everythingSaid(untouched);
      for (const share of [0.3, 0.6, 0.8]) {
        const sent = importFile(killed.client, file, question).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, took * share));
        await killed.kill9();
        await sent;
        await killed.restart();
        const statuses = await untilOver(killed);
        expect(statuses.filter((status) => status !== 'completed')).toEqual([]);
      }
      await importFile(killed.client, file, question);
      expect(await everythingSaid(killed)).toBe(expected);
      const versions = (await killed.client.all('/api/projects')).map((one) => Number(one['version']));
      const theirs = (await untouched.client.all('/api/projects')).map((one) => Number(one['version']));
      expect(versions).toEqual(theirs);
    } finally {
      await untouched.remove();
      await killed.remove();
    }
  }, 240_000);
});
