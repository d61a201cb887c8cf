import { UndeclaredField } from '../faults.js';
import type { CollectionSpec, DocumentFilter, DocumentQuery, FieldRange, FieldValue } from '../port.js';

/** A condition in the driver's words. */
export type Condition = Readonly<Record<string, unknown>>;

/** One straight walk along an index. */
export interface Walk {
  readonly where: Condition;
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

const largestPage = 10_000;

/** Where a declared field stands in a document; throws `UndeclaredField`. */
export const pathOf = (spec: CollectionSpec, field: string): string => {
  if (!Object.hasOwn(spec.fields, field)) throw new UndeclaredField(spec.name, field);
  return `fields.${field}`;
};

const operators = { from: '$gte', to: '$lte', above: '$gt', below: '$lt' } as const;
const nothing: Condition = { _id: { $in: [] } };

const equality = (path: string, wanted: FieldValue | readonly FieldValue[]): Condition => ({
  [path]: Array.isArray(wanted) ? { $in: wanted } : { $eq: wanted },
});

const within = (path: string, range: FieldRange): Condition[] => {
  const bounds = (Object.keys(operators) as (keyof typeof operators)[]).filter((bound) => range[bound] !== undefined);
  // Nothing is more or less than a missing value; the server would find what is as missing.
  return bounds.map((bound) => (range[bound] === null ? nothing : { [path]: { [operators[bound]]: range[bound] } }));
};

export const conditionsOf = (spec: CollectionSpec, { equal = {}, range = {} }: DocumentFilter): Condition[] => [
  ...Object.entries(equal).map(([field, wanted]) => equality(pathOf(spec, field), wanted)),
  ...Object.entries(range).flatMap(([field, bounds]) => within(pathOf(spec, field), bounds)),
];

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? {} : { $and: conditions };

/**
 * A page as one to three walks, one after the other until it is full: after a place the order goes on among documents with
 * the same value, then among those beyond it, and descending last among those without one.
 */
export const walksOf = (spec: CollectionSpec, query: DocumentQuery): Walk[] => {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > largestPage)
    throw new RangeError(`limit must be 1 to ${largestPage}`);
  const filter = conditionsOf(spec, query);
  const { sort, after } = query;
  if (sort === undefined)
    return [
      { where: allOf([...filter, ...(after === undefined ? [] : [{ _id: { $gt: after.id } }])]), sort: { _id: 1 } },
    ];
  const path = pathOf(spec, sort.field);
  const direction = sort.descending === true ? -1 : 1;
  const order = { [path]: direction, _id: direction } as const;
  if (after === undefined) return [{ where: allOf(filter), sort: order }];
  const beyond = direction === 1 ? '$gt' : '$lt';
  const same = allOf([...filter, { [path]: { $eq: after.value } }, { _id: { [beyond]: after.id } }]);
  return [{ where: same, sort: { _id: direction } }, ...walksBeyond(filter, path, direction, after.value, order)];
};

/** What comes after everything with `value`; missing values sort before all others. */
const walksBeyond = (
  filter: readonly Condition[],
  path: string,
  direction: 1 | -1,
  value: FieldValue,
  order: Walk['sort'],
): Walk[] => {
  const walk = (condition: Condition): Walk => ({ where: allOf([...filter, condition]), sort: order });
  if (value === null) return direction === 1 ? [walk({ [path]: { $ne: null } })] : [];
  if (direction === 1) return [walk({ [path]: { $gt: value } })];
  return [walk({ [path]: { $lt: value } }), walk({ [path]: { $eq: null } })];
};
