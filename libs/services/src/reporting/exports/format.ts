/** One record of an export, by column, in the order of the columns. */
export type ExportRecord = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What of each item goes into the columns of a table, and which columns hold days. */
export interface ExportTable<T> {
  readonly columns: readonly string[];
  readonly recordOf: (item: T) => ExportRecord;
  readonly days: readonly string[];
}

/** Turns batches of items into text, so that an export is never whole in memory. `rows` gets each batch once, in order. */
export interface ExportFormat<T> {
  readonly mediaType: string;
  head(): string;
  rows(items: readonly T[]): string;
  tail(): string;
}
