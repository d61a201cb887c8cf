/** What a query gives one by one. */
interface Cursor<T> extends AsyncIterable<T> {
  close(): Promise<unknown>;
}

/** Documents of a query one by one; however the walk ends, the server lets go of it too. */
export async function* walk<T>(cursor: Cursor<T>): AsyncGenerator<T> {
  try {
    yield* cursor;
  } finally {
    // Only to be tidy: a cursor that could not be closed is forgotten by the server in time.
    await cursor.close().catch(() => undefined);
  }
}
