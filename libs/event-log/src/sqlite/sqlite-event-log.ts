import type { StreamName } from '@masar/contracts';
import {
  CommitReader,
  holdMemory,
  openTruthForReading,
  releaseMemory,
  sqliteLocation,
} from '@masar/event-store/sqlite';
import type { EventLog, EventLogOptions, LogOffset, LogPage } from '../port.js';
import { AppendHints } from './append-hints.js';
import { pageOf } from './log-page.js';

interface Hints {
  listen(listener: () => void): () => void;
  close(): void;
}

/** The log as a view over the commit table: the order of insertion is the order of the log, and nothing is copied. */
class SqliteEventLog implements EventLog {
  constructor(
    private readonly reader: CommitReader,
    private readonly hints: Hints,
    private readonly release: () => void,
  ) {}

  async epoch(): Promise<string> {
    return this.reader.epoch();
  }

  async read(offset: LogOffset, limit: number): Promise<LogPage> {
    return pageOf(this.reader.commits(offset, limit), offset, limit);
  }

  async end(): Promise<LogOffset> {
    return this.reader.end();
  }

  async readStream(stream: StreamName, after: number, limit: number): Promise<LogPage> {
    const page = pageOf(this.reader.commitsOf(stream, after, limit), 0, limit);
    return { ...page, events: page.events.filter(({ event }) => event.version > after) };
  }

  onAppended(listener: () => void): () => void {
    return this.hints.listen(listener);
  }

  async close(): Promise<void> {
    this.hints.close();
    this.release();
  }
}

const overFile = (file: string, pollMs: number): EventLog => {
  const database = openTruthForReading(file);
  const reader = new CommitReader(database);
  return new SqliteEventLog(reader, new AppendHints(file, () => reader.end(), pollMs), () => database.close());
};

const overMemory = (name: string): EventLog => {
  if (name === '') throw new Error('a log over memory needs the name its store was opened with: sqlite::memory:<name>');
  const memory = holdMemory(name);
  const mine = new Set<() => void>();
  const stop = (listener: () => void) => {
    mine.delete(listener);
    memory.listeners.delete(listener);
  };
  const hints: Hints = {
    listen: (listener) => {
      mine.add(listener);
      memory.listeners.add(listener);
      return () => stop(listener);
    },
    close: () => mine.forEach(stop),
  };
  return new SqliteEventLog(new CommitReader(memory.database), hints, () => releaseMemory(name, memory));
};

export const openSqliteEventLog = (url: string, { pollMs = 1000 }: EventLogOptions): EventLog => {
  const location = sqliteLocation(url);
  return location.kind === 'memory' ? overMemory(location.name) : overFile(location.file, pollMs);
};
