import type { DatabaseSync } from 'node:sqlite';
import type { StoreClock } from '../clock.js';
import type { EventStoreOptions } from '../port.js';
import { CommitReader } from './commit-reader.js';
import { CommitWriter } from './commit-writer.js';
import { lockFolder } from './folder-lock.js';
import { sqliteLocation } from './location.js';
import { openTruthForReading, openTruthForWriting } from './truth-database.js';
import { checkArrivedIn } from './sqlite-truth.js';
import { ThreadWriter, type GroupWriter } from './writer-client.js';

/** What a store stands on: somebody who writes, somebody who reads. */
export interface Truth {
  readonly writer: GroupWriter;
  readonly reader: CommitReader;
  close(): void;
}

type TruthOptions = EventStoreOptions & { readonly clock: StoreClock };

const openFile = async (file: string, folder: string, options: TruthOptions): Promise<Truth> => {
  const unlock = options.lock === false ? () => undefined : lockFolder(folder);
  try {
    checkArrivedIn(file);
    const { clock, maxPages } = options;
    const writer = await ThreadWriter.open({ file, clock, ...(maxPages === undefined ? {} : { maxPages }) });
    const database = openTruthForReading(file);
    const close = () => {
      database.close();
      unlock();
    };
    return { writer, reader: new CommitReader(database), close };
  } catch (fault) {
    unlock();
    throw fault;
  }
};

/** A database in memory that a store and its log share within one thread. */
export interface MemoryTruth {
  readonly database: DatabaseSync;
  readonly listeners: Set<() => void>;
  holders: number;
}

const shared = new Map<string, MemoryTruth>();

/** Takes a named memory (made when it is not there); a nameless one is never shared. Give it back with `releaseMemory`. */
export const holdMemory = (name: string): MemoryTruth => {
  const found = name === '' ? undefined : shared.get(name);
  const memory = found ?? { database: openTruthForWriting(':memory:'), listeners: new Set<() => void>(), holders: 0 };
  if (name !== '') shared.set(name, memory);
  memory.holders += 1;
  return memory;
};

export const releaseMemory = (name: string, memory: MemoryTruth): void => {
  memory.holders -= 1;
  if (memory.holders > 0) return;
  shared.delete(name);
  memory.database.close();
};

const openMemory = (name: string, options: TruthOptions): Truth => {
  const memory = holdMemory(name);
  const { database, listeners } = memory;
  if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  const commits = new CommitWriter(database, options.clock);
  const writer: GroupWriter = {
    write: async (group) => {
      const reply = commits.write(group);
      if ('answers' in reply) for (const listener of listeners) queueMicrotask(listener);
      return reply;
    },
    close: async () => undefined,
  };
  return { writer, reader: new CommitReader(database), close: () => releaseMemory(name, memory) };
};

export const openTruth = async (url: string, options: TruthOptions): Promise<Truth> => {
  const location = sqliteLocation(url);
  return location.kind === 'memory'
    ? openMemory(location.name, options)
    : openFile(location.file, location.folder, options);
};
