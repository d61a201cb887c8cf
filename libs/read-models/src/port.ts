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

export interface FieldRange {
  /** Inclusive bounds. */
  readonly from?: FieldValue;
  readonly to?: FieldValue;
  /** Exclusive bounds. */
  readonly above?: FieldValue;
  readonly below?: FieldValue;
}

/** `null` equals a missing value; a range never matches one. Text compares by code point. */
export interface DocumentFilter {
  readonly equal?: Readonly<Record<string, FieldValue | readonly FieldValue[]>>;
  readonly range?: Readonly<Record<string, FieldRange>>;
}

export interface DocumentQuery extends DocumentFilter {
  /** One sort field; the id breaks ties in the same direction; missing values come first (last when descending). Absent: by id. */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  /** Start after this place: the sort value (null without `sort`) and id of the last document seen. */
  readonly after?: { readonly value: FieldValue; readonly id: string };
  /** 1 to 10,000. */
  readonly limit: number;
}

/** A write in a batch; `expected` 0 makes a new document, undefined overwrites. Fields left out are null. */
export type DocumentWrite =
  | {
      readonly op: 'put';
      readonly collection: string;
      readonly id: string;
      readonly expected?: number;
      readonly fields: Readonly<Record<string, FieldValue>>;
      readonly body: unknown;
    }
  | { readonly op: 'delete'; readonly collection: string; readonly id: string };

export interface WriteAnswer {
  /** Index of the first write whose `expected` did not hold. */
  readonly conflictAt?: number;
}

/**
 * Disposable documents, narrow on purpose: get, put if version, query by declared fields, drop.
 * Totals are computed from rows by the caller. Rejects with `UnknownCollection` (never declared, or dropped: a cursor into
 * it is 410), `UndeclaredField`, `ReadModelsUnavailable` (storage).
 */
export interface ReadModels {
  /** A `write` is one thing: cut short, nothing of it is there. */
  readonly writesAllOrNone: boolean;
  /** The same declaration again does nothing; another one under the same name is refused: a change is a new version. */
  declare(spec: CollectionSpec): Promise<void>;
  get<T>(collection: string, id: string): Promise<StoredDocument<T> | undefined>;
  /** In order of `ids`, without those that are not there. */
  getMany<T>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<T>[]>;
  query<T>(collection: string, query: DocumentQuery): Promise<readonly StoredDocument<T>[]>;
  /** Counted to `upTo`, no further. */
  count(collection: string, filter: DocumentFilter, upTo: number): Promise<number>;
  /**
   * Writes in order; nothing that stands behind a conflict is written, so that what says how far one has come goes last.
   * SQLite writes all or none. Where one document is the largest thing written as one (MongoDB), what stands before a
   * conflict, or before a fault of the server, is written; and puts with `expected` into one collection that stand
   * side by side go together: each holds or does not by itself. There a caller's writes have to bear being made again.
   */
  write(writes: readonly DocumentWrite[]): Promise<WriteAnswer>;
  drop(collection: string): Promise<void>;
  /** Which version of a projection readers use; switched by compare-and-set. */
  pointer(projection: string): Promise<string | undefined>;
  switchPointer(projection: string, from: string | undefined, to: string): Promise<boolean>;
  collections(): Promise<readonly string[]>;
  close(): Promise<void>;
}
