import { eventStoreContract, sqliteFileSubject, sqliteMemorySubject } from '../contract/index.js';

eventStoreContract('SQLite file', true, sqliteFileSubject);
eventStoreContract('SQLite in memory', false, sqliteMemorySubject);
