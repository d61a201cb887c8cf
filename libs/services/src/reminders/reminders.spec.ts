import { afterEach, describe, expect, it } from '@jest/globals';
import type { InboxItem, InboxKind } from '@masar/contracts';
import { directoryAt, emptyDirectoryFacts } from '@masar/directory';
import { temporaryFolder } from '@masar/testing';
import type { Contact } from './contacts.js';
import { Reminders, type Addressed } from './reminders.js';
import type { Outcome, SentBook } from './sent-book.js';
import { openSqliteSentBook } from './sqlite/sqlite-sent-book.js';

const item = (fields: Partial<InboxItem> = {}): InboxItem => ({
  id: 'projects/P-1/question/n-1',
  what: 'question',
  initiative: { kind: 'projects', id: 'P-1', title: { en: 'Schools' } },
  since: '2026-03-04',
  days: 0,
  workingDays: 0,
  level: 0,
  because: ['projects/P-1@3'],
  commands: [],
  ...fields,
});

/** One person, an inbox and a server that says what a spec wants it to. */
class House {
  readonly folder = temporaryFolder();
  readonly sent: Addressed[] = [];
  items: readonly InboxItem[] = [];
  now = '2026-03-04T08:00:00.000Z';
  milliseconds = 1_800_000_000_000;
  answer: Outcome = { state: 'sent' };
  contact: Contact = {
    actor: { user: 'mona', roles: ['lead'] },
    mail: 'mona@example.org',
    language: 'en',
    atOnce: true,
  };
  others: readonly Contact[] = [];
  /** What happens while a letter is handed over. */
  meanwhile: () => void = () => undefined;
  forgotten: number[] = [];
  #book: SentBook = openSqliteSentBook(this.folder.file('letters.db'));
  #reminders = this.#made();

  #made(): Reminders {
    return new Reminders({
      book: Object.assign(this.#book, {
        forget: async (before: number) => void this.forgotten.push(before),
      }),
      sender: { send: async (letter) => (this.sent.push(letter), this.meanwhile(), this.answer) },
      contacts: { list: async () => [this.contact, ...this.others], close: async () => undefined },
      directory: () => directoryAt(emptyDirectoryFacts, { defaultZone: 'Africa/Cairo' }),
      inbox: async (_reader, { what }: { readonly what?: readonly InboxKind[] }) => {
        const items = this.items.filter((one) => !what || what.includes(one.what));
        return { items: [...items], next: null, total: items.length };
      },
      now: () => this.now,
      machine: () => this.milliseconds,
    });
  }
  async restarted(): Promise<void> {
    await this.#book.close();
    this.#book = openSqliteSentBook(this.folder.file('letters.db'));
    this.#reminders = this.#made();
  }
  tick = () => this.#reminders.tick();
  stop = () => this.#reminders.stop();
  get letters(): readonly string[] {
    return this.sent.map(({ id }) => id.split('/')[0]!);
  }
  async close(): Promise<void> {
    await this.#book.close();
    this.folder.remove();
  }
}

describe('reminders', () => {
  let house = new House();
  afterEach(async () => {
    await house.close();
    house = new House();
  });

  it('are a digest a working day, and a notice of what was just put to somebody; neither again after a restart', async () => {
    house.items = [item(), item({ id: 'projects/P-1/pause/p-1', what: 'pause' })];
    for (let round = 0; round < 3; round += 1) await house.tick();
    await house.restarted();
    await house.tick();
    expect(house.letters).toEqual(['digest', 'notice']);
    house.now = '2026-03-05T08:00:00.000Z';
    await house.tick();
    expect(house.letters).toEqual(['digest', 'notice', 'digest']);
  });

  it('are silent on days off, and where nothing waits', async () => {
    await house.tick();
    house.items = [item()];
    house.now = '2026-03-06T08:00:00.000Z';
    await house.tick();
    expect(house.sent).toEqual([]);
  });

  it('begin with the day: before seven there is no digest, but what is put to somebody is told', async () => {
    house.items = [item()];
    house.now = '2026-03-04T03:00:00.000Z';
    await house.tick();
    expect(house.letters).toEqual(['notice']);
  });

  it('tell at once what is new or has just climbed, and nothing that has waited for days', async () => {
    house.now = '2026-03-04T03:00:00.000Z';
    house.items = [
      item({ id: 'old', workingDays: 3 }),
      item({ id: 'climbed', workingDays: 6, level: 1 }),
      item({ id: 'stuck', workingDays: 9, level: 1 }),
    ];
    await house.tick();
    expect(house.sent.map(({ id }) => id)).toEqual(['notice/mona/climbed/projects/P-1@3/1']);
  });

  it('are a digest alone for whoever wants that', async () => {
    house.contact = { ...house.contact, atOnce: false };
    house.items = [item()];
    await house.tick();
    expect(house.letters).toEqual(['digest']);
  });

  it('are handed over again some time after a refusal, and given up after five', async () => {
    house.contact = { ...house.contact, atOnce: false };
    house.items = [item()];
    house.answer = { state: 'refused', answer: '451 busy' };
    await house.tick();
    await house.tick();
    expect(house.sent).toHaveLength(1);
    for (const minutes of [1, 5, 15, 60, 240, 1000]) {
      house.milliseconds += minutes * 60_000;
      await house.tick();
    }
    expect(house.sent).toHaveLength(5);
  });

  it('are not handed over again when nobody knows whether they arrived', async () => {
    house.contact = { ...house.contact, atOnce: false };
    house.items = [item()];
    house.answer = { state: 'uncertain', answer: 'the line broke' };
    await house.tick();
    house.milliseconds += 1e9;
    await house.restarted();
    await house.tick();
    expect(house.sent).toHaveLength(1);
  });

  it('end their round where the server cannot be reached, which counts against no letter', async () => {
    house.others = [{ ...house.contact, actor: { user: 'rami', roles: ['reviewer'] } }];
    house.items = [item()];
    house.answer = { state: 'unreached', answer: 'ECONNREFUSED' };
    for (let round = 0; round < 8; round += 1) await house.tick();
    expect(house.sent.map(({ id }) => id)).toEqual(Array(8).fill('digest/mona/2026-03-04'));
    house.answer = { state: 'sent' };
    await house.tick();
    expect(house.letters.slice(8)).toEqual(['digest', 'notice', 'digest', 'notice']);
  });

  it('end with the letter they are at where the process is to stop', async () => {
    house.items = [item()];
    house.meanwhile = house.stop;
    await house.tick();
    expect(house.letters).toEqual(['digest']);
    house.meanwhile = () => undefined;
    await house.restarted();
    await house.tick();
    expect(house.letters).toEqual(['digest', 'notice']);
  });

  it('forget once a day what is long over', async () => {
    for (const hours of [0, 10, 23, 24, 47, 48]) {
      house.milliseconds = 1_800_000_000_000 + hours * 3_600_000;
      await house.tick();
    }
    const ninetyDays = 90 * 24 * 3_600_000;
    expect(house.forgotten).toEqual([0, 24, 48].map((hours) => 1_800_000_000_000 + hours * 3_600_000 - ninetyDays));
  });
});
