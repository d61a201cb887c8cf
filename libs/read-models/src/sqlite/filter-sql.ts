import { UndeclaredField } from '../faults.js';
import type { CollectionSpec, DocumentFilter, FieldRange, FieldValue } from '../port.js';

export type SqlValue = string | number | null;
/** A condition and what fills its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The column of a declared field; throws `UndeclaredField`. */
export const columnOf = (spec: CollectionSpec, field: string): string => {
  if (!Object.hasOwn(spec.fields, field)) throw new UndeclaredField(spec.name, field);
  return quoted(`f:${field}`);
};

const isList = (value: FieldValue | readonly FieldValue[]): value is readonly FieldValue[] => Array.isArray(value);

const equality = (column: string, wanted: FieldValue | readonly FieldValue[]): Condition => {
  if (!isList(wanted)) return { sql: `${column} IS ?`, values: [wanted] };
  const present = wanted.filter((value) => value !== null);
  // One bound value, so that lists of any length share a statement.
  const among = { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(present)] };
  return present.length === wanted.length
    ? among
    : { sql: `(${among.sql} OR ${column} IS NULL)`, values: among.values };
};

const bounds = { from: '>=', to: '<=', above: '>', below: '<' } as const;

const rangeOf = (column: string, range: FieldRange): Condition[] =>
  (Object.keys(bounds) as (keyof typeof bounds)[])
    .filter((bound) => range[bound] !== undefined)
    .map((bound) => ({ sql: `${column} ${bounds[bound]} ?`, values: [range[bound]!] }));

export const conditionsOf = (spec: CollectionSpec, { equal = {}, range = {} }: DocumentFilter): Condition[] => [
  ...Object.entries(equal).map(([field, wanted]) => equality(columnOf(spec, field), wanted)),
  ...Object.entries(range).flatMap(([field, within]) => rangeOf(columnOf(spec, field), within)),
];

export const joined = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? '' : ` WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`,
  values: conditions.flatMap((condition) => condition.values),
});
