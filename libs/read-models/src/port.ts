/** Fields a collection is queried by. Declared once, indexed at start; anything else is refused. */
export interface CollectionSpec {
  /** `timeline-facts@3`: projection and version. */
  readonly name: string;
  readonly fields: Readonly<Record<string, 'text' | 'number'>>;
  /** Each an index, in order of its fields. */
  readonly indexes: readonly (readonly string[])[];
}

export type FieldValue = string | number | null;

export interface StoredDocument<T> {
  readonly id: string;
  /** Compare-and-set counter of the document, from 1. */
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly body: T;
}

export interface DocumentQuery {
  readonly equal?: Readonly<Record<string, FieldValue | readonly FieldValue[]>>;
  readonly range?: Readonly<Record<string, { readonly from?: FieldValue; readonly to?: FieldValue; readonly above?: FieldValue; readonly below?: FieldValue }>>;
  /** One sort field; the id breaks ties in the same direction. Absent: by id. */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  /** Start after this place: the sort value and id of the last document seen. */
  readonly after?: { readonly value: FieldValue; readonly id: string };
  readonly limit: number;
}

/** A write in a batch; `expected` 0 makes a new document, undefined overwrites. */
export type DocumentWrite =
  | { readonly op: 'put'; readonly collection: string; readonly id: string; readonly expected?: number; readonly fields: Readonly<Record<string, FieldValue>>; readonly body: unknown }
  | { readonly op: 'delete'; readonly collection: string; readonly id: string };

/**
 * Disposable documents, narrow on purpose: get, put if version, query by declared fields, drop.
 * Totals are computed from rows by the caller.
 */
export interface ReadModels {
  declare(spec: CollectionSpec): Promise<void>;
  get<T>(collection: string, id: string): Promise<StoredDocument<T> | undefined>;
  getMany<T>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<T>[]>;
  query<T>(collection: string, query: DocumentQuery): Promise<readonly StoredDocument<T>[]>;
  /** Counted to `upTo`, no further. */
  count(collection: string, query: Omit<DocumentQuery, 'limit' | 'sort' | 'after'>, upTo: number): Promise<number>;
  /** All or none where the adapter can (SQLite: one transaction); one by one in order where it cannot. Answers the index of the first write whose `expected` did not hold, having written nothing after it. */
  write(writes: readonly DocumentWrite[]): Promise<{ readonly conflictAt?: number }>;
  drop(collection: string): Promise<void>;
  /** Which version of a projection readers use; switched by compare-and-set. */
  pointer(projection: string): Promise<string | undefined>;
  switchPointer(projection: string, from: string | undefined, to: string): Promise<boolean>;
  collections(): Promise<readonly string[]>;
  close(): Promise<void>;
}
