import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReadModelsUnavailable } from '../faults.js';
import type { ReadModelsOptions, ReportingStore } from '../reporting-store.js';
import { OuterAccess, type Access, type WriterQueue } from './access.js';
import { SqliteHistory } from './sqlite-history.js';
import { SqliteReadModels, type KnownTables } from './sqlite-read-models.js';
import { openViewsForReading, openViewsForWriting, type ViewsConnection } from './views-connection.js';

const memoryPrefix = ':memory:';
interface Memory {
  readonly connection: ViewsConnection;
  readonly queue: WriterQueue;
  holders: number;
}

const memories = new Map<string, Memory>();
const newMemory = (): Memory => ({
  connection: openViewsForWriting(':memory:'),
  queue: { last: Promise.resolve() },
  holders: 0,
});

/** One connection reads and writes; a named one is shared by all that open it in this thread. */
const overMemory = (name: string): OuterAccess => {
  const memory = memories.get(name) ?? newMemory();
  memory.holders += 1;
  if (name !== '') memories.set(name, memory);
  const release = () => {
    memory.holders -= 1;
    if (memory.holders > 0) return;
    memories.delete(name);
    memory.connection.close();
  };
  return new OuterAccess(memory.connection, memory.connection, release, memory.queue);
};

const overFile = (file: string, { readOnly = false }: ReadModelsOptions): OuterAccess => {
  if (readOnly && !existsSync(file)) throw new ReadModelsUnavailable(`${file} is not there yet`);
  const writer = readOnly ? undefined : openViewsForWriting(file);
  const reader = openViewsForReading(file);
  return new OuterAccess(reader, writer, () => {
    reader.close();
    writer?.close();
  });
};

const halves = (access: Access, known: KnownTables) => ({
  readModels: new SqliteReadModels(access, known),
  history: new SqliteHistory(access),
});

export const openSqliteReportingStore = (url: string, options: ReadModelsOptions): ReportingStore => {
  const path = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
  const isMemory = path.startsWith(memoryPrefix);
  const access = isMemory ? overMemory(path.slice(memoryPrefix.length)) : overFile(resolve(path), options);
  const known: KnownTables = new Map();
  return {
    ...halves(access, known),
    // What is declared inside may be undone with the rest, so it is remembered only from committed tables.
    atomically: (work) => access.atomically((inside) => work(halves(inside, new Map(known)))),
    close: () => access.close(),
  };
};
