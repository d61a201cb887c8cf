/** A file somebody has begun to repair, and by what it is read. What is written into its cells is kept with what is typed into forms. */
export interface KeptFile {
  readonly user: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly profile: string;
  readonly asOf: string;
}

const database = 'masar-import';
const store = 'repairs';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexeddb'));
  });

/** Nothing where the browser allows no database (a private window of some), or the device is full: the repair goes on. */
const within = async <T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> => {
  try {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(store, { keyPath: 'user' });
    const opened = await asked(request);
    const transaction = opened.transaction(store, mode);
    const isDone = new Promise((resolve) => (transaction.oncomplete = resolve));
    const answer = await asked(work(transaction.objectStore(store)));
    await isDone;
    opened.close();
    return answer;
  } catch {
    return undefined;
  }
};

/** One file for each person, until it was imported or left. A file nobody repairs is not kept: it is where it was. */
export const keepFile = async (file: KeptFile): Promise<void> =>
  void (await within('readwrite', (files) => files.put(file)));
export const keptFile = (user: string): Promise<KeptFile | undefined> =>
  within('readonly', (files) => files.get(user) as IDBRequest<KeptFile | undefined>);
export const forgetFile = async (user: string): Promise<void> =>
  void (await within('readwrite', (files) => files.delete(user)));
