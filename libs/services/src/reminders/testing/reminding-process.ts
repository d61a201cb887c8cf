import type { InboxPage } from '@masar/contracts';
import { directoryAt, emptyDirectoryFacts } from '@masar/directory';
import { Reminders } from '../reminders.js';
import { SmtpSender } from '../smtp/smtp-sender.js';
import { openSqliteSentBook } from '../sqlite/sqlite-sent-book.js';

/* A process that reminds so many people of one thing each, to be killed by a spec: prints a line when it begins, one for each letter it knows to be sent, and one at the end. */
const [file, url, people] = process.argv.slice(2) as [string, string, string];
const page: InboxPage = {
  items: [
    {
      id: 'projects/P-1/pause/p-1',
      what: 'pause',
      initiative: { kind: 'projects', id: 'P-1', title: { en: 'Schools' } },
      since: '2026-03-01',
      days: 3,
      workingDays: 3,
      level: 0,
      because: ['projects/P-1@3'],
      commands: [],
    },
  ],
  next: null,
  total: 1,
};
const book = openSqliteSentBook(file);
const reminders = new Reminders({
  book,
  sender: new SmtpSender({ server: url, from: 'masar@example.org' }),
  contacts: {
    list: async () =>
      Array.from({ length: Number(people) }, (_, at) => ({
        actor: { user: `u-${at}`, roles: ['reviewer'] },
        mail: `u-${at}@example.org`,
        language: 'ar',
        atOnce: false,
      })),
    close: async () => undefined,
  },
  directory: () => directoryAt(emptyDirectoryFacts, { defaultZone: 'Africa/Cairo' }),
  inbox: async () => page,
  now: () => '2026-03-04T09:00:00.000Z',
  onOutcome: (user, { state }) => console.log(`${state} ${user}`),
});
console.log('begun');
await reminders.tick();
console.log('ended');
await book.close();
