/* For adapters that stand on the same file: the log reads the commit table. Nobody else imports this. */
export { CommitReader } from './commit-reader.js';
export { believableEvents, eventsOf } from '../commit/commit-events.js';
export { headOf, type CommitRow } from '../commit/stored-commit.js';
export { appendedChannel, sqliteLocation, type SqliteLocation } from './location.js';
export { openTruthForReading } from './truth-database.js';
export { holdMemory, releaseMemory, type MemoryTruth } from './truth.js';
