import { openEventStore } from '@masar/event-store';
import { sqliteFileSubject } from '@masar/event-store/contract';
import { eventLogContract } from '../contract/index.js';
import { openEventLog } from '../open.js';

eventLogContract('view over a SQLite file', () => {
  const { url, open, remove } = sqliteFileSubject();
  return { openStore: () => open(), openLog: () => openEventLog(url, { pollMs: 50 }), remove };
});

let memories = 0;
eventLogContract('view over memory', () => {
  const url = `sqlite::memory:log-${(memories += 1)}`;
  return { openStore: () => openEventStore(url), openLog: () => openEventLog(url), remove: async () => undefined };
});
