import { ReadModelsUnavailable, UnknownCollection } from '../faults.js';
import type { ViewsConnection } from './views-connection.js';

/** How documents and history reach the database: on their own, or inside a transaction that is open already. */
export interface Access {
  read<T>(work: (connection: ViewsConnection) => T): T;
  write<T>(work: (connection: ViewsConnection) => T): Promise<T>;
  close(): Promise<void>;
}

const isSqlite = (fault: unknown): fault is Error => (fault as { code?: string }).code === 'ERR_SQLITE_ERROR';

/** What SQLite says, in words of the port: a table that is gone, or storage that is away. */
const translated = (fault: unknown): unknown => {
  if (!isSqlite(fault)) return fault;
  const missing = /no such table: (?:main\.)?doc:(\S+)/.exec(fault.message)?.[1];
  return missing === undefined
    ? new ReadModelsUnavailable(fault.message, { cause: fault })
    : new UnknownCollection(missing);
};

const told = <T>(work: () => T): T => {
  try {
    return work();
  } catch (fault) {
    throw translated(fault);
  }
};

/** The end of the queue of writers on one connection. */
export interface WriterQueue {
  last: Promise<unknown>;
}

/** Reads see what is committed, on a connection of their own; writes go one after the other, each its own transaction. */
export class OuterAccess implements Access {
  private closed = false;

  constructor(
    private readonly reader: ViewsConnection,
    private readonly writer: ViewsConnection | undefined,
    private readonly release: () => void,
    private readonly queue: WriterQueue = { last: Promise.resolve() },
  ) {}

  read<T>(work: (connection: ViewsConnection) => T): T {
    return told(() => work(this.reader));
  }

  write<T>(work: (connection: ViewsConnection) => T): Promise<T> {
    return this.inTurn(async (writer) => told(() => writer.transaction(() => work(writer))));
  }

  /** Holds one transaction open while `work` runs; everybody else's writes wait for it. */
  atomically<T>(work: (inside: Access) => Promise<T>): Promise<T> {
    return this.inTurn(async (writer) => {
      told(() => writer.database.exec('BEGIN IMMEDIATE'));
      try {
        const result = await work(innerAccess(writer));
        told(() => writer.database.exec('COMMIT'));
        return result;
      } catch (fault) {
        writer.undo();
        throw fault;
      }
    });
  }

  async close(): Promise<void> {
    await this.queue.last.catch(() => undefined);
    if (this.closed) return;
    this.closed = true;
    this.release();
  }

  private inTurn<T>(work: (writer: ViewsConnection) => Promise<T>): Promise<T> {
    const { writer } = this;
    if (writer === undefined) return Promise.reject(new Error('these read models were opened for reading only'));
    const mine = this.queue.last.then(
      () => work(writer),
      () => work(writer),
    );
    this.queue.last = mine;
    return mine;
  }
}

const innerAccess = (writer: ViewsConnection): Access => ({
  read: (work) => told(() => work(writer)),
  write: async (work) => told(() => writer.transaction(() => work(writer))),
  close: () => Promise.reject(new Error('a transaction is closed by ending its work')),
});
