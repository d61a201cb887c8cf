/** Where documents lie on a server, each costs a way there and back: so many are on their way at once. */
const atOnce = 32;

/** Lets other questions of the thread in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What `work` makes of each, in the order of the items, several worked on at a time. */
export async function* severalAtOnce<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly R[]> {
  let some: T[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < atOnce) continue;
    yield await Promise.all(some.map(work));
    some = [];
    await breathe();
  }
  if (some.length > 0) yield await Promise.all(some.map(work));
}
