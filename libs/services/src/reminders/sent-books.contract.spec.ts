import { afterAll, describe, expect, it } from '@jest/globals';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { openMongoSentBook } from './mongo/mongo-sent-book.js';
import { againAfter, type SentBook } from './sent-book.js';
import { openSqliteSentBook } from './sqlite/sqlite-sent-book.js';

/** What every book of letters promises; `open` opens the same one again. */
const describeSentBook = (name: string, open: () => Promise<SentBook>, isThere = true): void => {
  (isThere ? describe : describe.skip)(`letters that were sent: ${name}`, () => {
    const books: SentBook[] = [];
    const opened = async () => {
      books.push(await open());
      return books.at(-1)!;
    };
    afterAll(async () => {
      for (const book of books) await book.close();
    });
    const now = 1_800_000_000_000;

    it('of many who claim one letter at once one does', async () => {
      const two = [await opened(), await opened()];
      const claims = await Promise.all(Array.from({ length: 20 }, (_, at) => two[at % 2]!.claim('digest/mona/1', now)));
      expect(claims.filter((claim) => typeof claim === 'object')).toEqual([{ attempt: 1 }]);
    });

    it('a claim that nobody settled is never taken up, whoever opens the book again', async () => {
      await (await opened()).claim('digest/mona/2', now);
      expect(await (await opened()).claim('digest/mona/2', now + 1e9)).toBe('over');
    });

    it.each(['sent', 'nothing'] as const)('what is %s is over', async (state) => {
      const book = await opened();
      await book.claim(`digest/mona/${state}`, now);
      await book.settle(`digest/mona/${state}`, { state });
      expect(await book.claim(`digest/mona/${state}`, now + 1e9)).toBe('over');
    });

    it('what nobody knows the fate of is over', async () => {
      const book = await opened();
      await book.claim('digest/mona/3', now);
      await book.settle('digest/mona/3', { state: 'uncertain', answer: 'the line broke' });
      expect(await book.claim('digest/mona/3', now + 1e9)).toBe('over');
    });

    it('what was refused may be claimed again when its time has come, by one', async () => {
      const two = [await opened(), await opened()];
      await two[0]!.claim('digest/mona/4', now);
      await two[0]!.settle('digest/mona/4', { state: 'refused', answer: '450 busy' }, now + 60_000);
      expect(await two[1]!.claim('digest/mona/4', now + 59_999)).toBe('later');
      const claims = await Promise.all(
        Array.from({ length: 10 }, (_, at) => two[at % 2]!.claim('digest/mona/4', now + 60_000)),
      );
      expect(claims.filter((claim) => typeof claim === 'object')).toEqual([{ attempt: 2 }]);
    });

    it('what reached nobody is as it was before its claim', async () => {
      const book = await opened();
      const unreached = { state: 'unreached', answer: 'ECONNREFUSED' } as const;
      for (let times = 0; times < 3; times += 1) {
        expect(await book.claim('digest/mona/6', now)).toEqual({ attempt: 1 });
        await book.settle('digest/mona/6', unreached);
      }
      await book.claim('digest/mona/6', now);
      await book.settle('digest/mona/6', { state: 'refused', answer: '450 busy' }, now + 1);
      expect(await book.claim('digest/mona/6', now + 1)).toEqual({ attempt: 2 });
      await book.settle('digest/mona/6', unreached);
      expect(await book.claim('digest/mona/6', now + 1)).toEqual({ attempt: 2 });
    });

    it('what is past being remembered goes, and nothing else', async () => {
      const book = await opened();
      await book.claim('digest/mona/old', now - 2);
      await book.claim('digest/mona/young', now - 1);
      await book.forget(now - 1);
      expect(await book.claim('digest/mona/old', now)).toEqual({ attempt: 1 });
      expect(await book.claim('digest/mona/young', now)).toBe('over');
    });

    it('what was refused too often is given up', async () => {
      const book = await opened();
      await book.claim('digest/mona/5', now);
      await book.settle('digest/mona/5', { state: 'refused', answer: '550 unknown' });
      expect(await book.claim('digest/mona/5', now + 1e9)).toBe('over');
    });
  });
};

const folder = temporaryFolder();
afterAll(() => folder.remove());
describeSentBook('sqlite', async () => openSqliteSentBook(folder.file('letters.db')));

const mongo = await mongoForTests();
const url = mongo.url === undefined ? undefined : databaseOfItsOwn(mongo.url);
describeSentBook('mongo', () => openMongoSentBook(url!), url !== undefined);

it('a refused letter waits longer each time, and is given up in the end', () => {
  const waits = [1, 2, 3, 4, 5].map((attempt) => againAfter(attempt, 0));
  expect(waits).toEqual([60_000, 300_000, 900_000, 3_600_000, undefined]);
});
