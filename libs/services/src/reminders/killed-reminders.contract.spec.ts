import { afterAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { spawnKillable, temporaryFolder } from '@masar/testing';
import { openSqliteSentBook } from './sqlite/sqlite-sent-book.js';
import { Gate } from './testing/gate.js';
import { openPostOffice } from './testing/post-office.js';

const script = fileURLToPath(new URL('testing/reminding-process.ts', import.meta.url));
const people = 60;

describe('reminders whose processes are killed', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('reach nobody twice, two processes at once and each killed in the middle of a letter, again and again', async () => {
    // Every other time the server has the letter and has not said so; else it has heard whom one is for, and no more.
    const [answers, addressees] = [new Gate(), new Gate()];
    const came: string[] = [];
    const office = await openPostOffice(
      async ({ to }) => {
        came.push(to.join());
        await answers.pass();
        return undefined;
      },
      { onRcptTo: (_address, _session, done) => void addressees.pass().then(() => done()) },
    );
    // Two that make one file at the same moment are not what this is about: a folder belongs to one process.
    await openSqliteSentBook(folder.file('letters.db')).close();
    const begin = () => spawnKillable(script, [folder.file('letters.db'), office.url, String(people)]);
    const rounds = [answers, addressees, answers, addressees, answers];
    for (const [round, held] of rounds.entries()) {
      for (const gate of [answers, addressees]) gate.letThrough(gate === held ? 5 + round : Infinity);
      const two = [begin(), begin()];
      await held.holds(two.length);
      await Promise.all(two.map((one) => one.kill()));
    }
    for (const gate of [answers, addressees]) gate.letThrough(Infinity);
    expect(came.length).toBeLessThan(people);
    const last = begin();
    expect(await last.ended).toBe(0);
    expect(last.lines.at(-1)).toBe('ended');
    expect(new Set(came).size).toBe(came.length);
    // What the server did not have when its process was killed reaches nobody: four letters.
    expect(came).toHaveLength(people - 4);
    const again = begin();
    expect(await again.ended).toBe(0);
    expect(came).toHaveLength(people - 4);
    await office.close();
  }, 120_000);

  it('are handed over again after a refusal, and never after an answer that was lost', async () => {
    const seen: string[] = [];
    const office = await openPostOffice(({ to }) => {
      const who = to.join();
      seen.push(who);
      if (who.startsWith('u-0@')) return Object.assign(new Error('busy'), { responseCode: 451 });
      return who.startsWith('u-1@') ? 'break' : undefined;
    });
    const begin = () => spawnKillable(script, [folder.file('others.db'), office.url, '3']);
    const first = begin();
    expect(await first.ended).toBe(0);
    expect(first.lines).toEqual(['begun', 'refused u-0', 'uncertain u-1', 'sent u-2', 'ended']);
    const again = begin();
    expect(await again.ended).toBe(0);
    expect(again.lines).toEqual(['begun', 'ended']);
    expect(seen).toEqual(['u-0@example.org', 'u-1@example.org', 'u-2@example.org']);
    await office.close();
  }, 60_000);
});
