import { afterAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { spawnKillable, temporaryFolder } from '@masar/testing';
import { openSqliteSentBook } from './sqlite/sqlite-sent-book.js';
import { openPostOffice } from './testing/post-office.js';

const script = fileURLToPath(new URL('testing/reminding-process.ts', import.meta.url));
const people = 60;

describe('reminders whose processes are killed', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('reach nobody twice, two processes at once and each killed again and again; a kill costs one letter each at most', async () => {
    const office = await openPostOffice();
    // Two that make one file at the same moment are not what this is about: a folder belongs to one process.
    await openSqliteSentBook(folder.file('letters.db')).close();
    const begin = () => spawnKillable(script, [folder.file('letters.db'), office.url, String(people)]);
    let killed = 0;
    for (let round = 1; round <= 5; round += 1) {
      const two = [begin(), begin()];
      await Promise.all(two.map((one) => one.printed(1)));
      // Somewhere in the middle of a letter, another place each time.
      const until = office.letters.length + 5 + round;
      for (const end = Date.now() + 20_000; office.letters.length < until && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 3));
      await Promise.all(two.map((one) => one.kill()));
      killed += two.length;
    }
    expect(office.letters.length).toBeLessThan(people);
    const last = begin();
    expect(await last.ended).toBe(0);
    expect(last.lines.at(-1)).toBe('ended');
    const reached = office.letters.map(({ to }) => to.join());
    expect(new Set(reached).size).toBe(reached.length);
    expect(reached.length).toBeGreaterThanOrEqual(people - killed);
    const again = begin();
    expect(await again.ended).toBe(0);
    expect(office.letters.length).toBe(reached.length);
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
