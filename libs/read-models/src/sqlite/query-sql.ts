import type { CollectionSpec, DocumentQuery } from '../port.js';
import { columnOf, conditionsOf, joined, type Condition } from './filter-sql.js';

const largestPage = 10_000;

/**
 * A page as one or two statements, each a straight walk along an index. Sorting descending, missing values come after all
 * others: the page goes on among them in a statement of its own, because `a < ? OR a IS NULL` would walk from the start.
 */
export const pagesOf = (spec: CollectionSpec, query: DocumentQuery): Condition[] => {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > largestPage)
    throw new RangeError(`limit must be 1 to ${largestPage}`);
  const filter = conditionsOf(spec, query);
  const { sort, after } = query;
  if (sort === undefined) {
    const start = after === undefined ? [] : [{ sql: 'id > ?', values: [after.id] }];
    return [ordered([...filter, ...start], 'id')];
  }
  const column = columnOf(spec, sort.field);
  const direction = sort.descending === true ? ' DESC' : '';
  const order = `${column}${direction}, id${direction}`;
  if (after === undefined) return [ordered(filter, order)];
  const missing = { sql: `${column} IS NULL`, values: [] };
  const beyond = direction === '' ? '>' : '<';
  const sameGroup =
    after.value === null
      ? [missing, { sql: `id ${beyond} ?`, values: [after.id] }]
      : [{ sql: `(${column}, id) ${beyond} (?, ?)`, values: [after.value, after.id] }];
  const page = ordered([...filter, ...sameGroup], order);
  if (direction === '' && after.value === null)
    return [page, ordered([...filter, { sql: `${column} IS NOT NULL`, values: [] }], order)];
  if (direction !== '' && after.value !== null) return [page, ordered([...filter, missing], order)];
  return [page];
};

const ordered = (conditions: readonly Condition[], order: string): Condition => {
  const where = joined(conditions);
  return { sql: `${where.sql} ORDER BY ${order} LIMIT ?`, values: where.values };
};
