import { refuse } from '@masar/contracts';
import type { FieldValue } from '@masar/read-models';

/** Where a page ended: opaque to readers, good as long as the documents it was cut from are kept. */
export interface Cursor {
  /** Generation of the documents. */
  readonly generation: string;
  /** What was asked besides, so that a cursor is not carried over to another question. */
  readonly of: string;
  readonly on?: string;
  readonly knownOn?: string;
  readonly value: FieldValue;
  readonly id: string;
}

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const invalid = (): never => refuse('page/cursor-invalid', {}, 'cursor');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
const isText = (value: unknown): value is string => typeof value === 'string';
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value);
const isFieldValue = (value: unknown): value is FieldValue =>
  value === null || isText(value) || typeof value === 'number';

/** Refuses `page/cursor-invalid` for a text that is no cursor, or one of another question. */
export const readCursor = (text: string | undefined, of: string): Cursor | undefined => {
  if (text === undefined) return undefined;
  const read = parsed(text) as Partial<Cursor> | null | undefined;
  if (typeof read !== 'object' || read === null || !isText(read.generation) || !isText(read.id) || !isText(read.of))
    return invalid();
  if (!isFieldValue(read.value) || !isOptionalText(read.on) || !isOptionalText(read.knownOn) || read.of !== of)
    return invalid();
  return read as Cursor;
};
