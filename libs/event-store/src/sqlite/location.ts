import { dirname, resolve } from 'node:path';

/** Where a `sqlite:` URL points: a file, or a database in memory, named when it is to be shared within the thread. */
export type SqliteLocation =
  | { readonly kind: 'file'; readonly file: string; readonly folder: string }
  | { readonly kind: 'memory'; readonly name: string };

const memoryPrefix = ':memory:';

/** `sqlite:./data/truth.db`, `sqlite:///var/masar/truth.db`, `sqlite::memory:`, `sqlite::memory:name`. */
export const sqliteLocation = (url: string): SqliteLocation => {
  const path = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
  if (path.startsWith(memoryPrefix)) return { kind: 'memory', name: path.slice(memoryPrefix.length) };
  const file = resolve(path);
  return { kind: 'file', file, folder: dirname(file) };
};

/** The channel on which a store says that something was committed; the log listens. */
export const appendedChannel = (file: string): string => `masar:appended:${file}`;
