import type { Intent } from './intent.js';
import type { Keeper } from './outbox.js';

const database = 'masar';
const store = 'intents';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexeddb'));
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(store, { keyPath: 'key' }).createIndex('user', 'user');
  return asked(request);
};

/** In the browser's own database: outlives a reload, a crash and a night without a line. */
export const browserKeeper = (): Keeper => {
  // Where the browser allows no database (a private window of some), intents live as long as the page.
  const held = opened().catch(() => undefined);
  const within = async <T>(mode: IDBTransactionMode, work: (intents: IDBObjectStore) => IDBRequest<T>) => {
    const transaction = (await held)?.transaction(store, mode);
    // A full disk must not keep a command from being sent now.
    return transaction && asked(work(transaction.objectStore(store))).catch(() => undefined);
  };
  return {
    all: async (user) =>
      (await within('readonly', (intents) => intents.index('user').getAll(user) as IDBRequest<Intent[]>)) ?? [],
    keep: async (intent) => void (await within('readwrite', (intents) => intents.put(intent))),
    forget: async (key) => void (await within('readwrite', (intents) => intents.delete(key))),
  };
};
