import { eventStoreContract, killedWriterContract, sqliteFileSubject, sqliteMemorySubject } from '../contract/index.js';

eventStoreContract('SQLite file', true, sqliteFileSubject);
eventStoreContract('SQLite in memory', false, sqliteMemorySubject);
killedWriterContract('SQLite file', sqliteFileSubject);
