import type { FieldValue } from '@masar/read-models';
import { sortableTitle } from './sortable-text.js';
import type { ClosedRow } from './page-work.js';
import type { StoredRow } from './row.js';

/** By what rows of today are asked for. */
export const rowFields = ({ start, zone, row }: StoredRow): Readonly<Record<string, FieldValue>> => ({
  kind: row.kind,
  owner: row.owner,
  status: row.status,
  start,
  review: row.reviewOn,
  zone,
  title: sortableTitle(row.title),
  slip: row.slip?.days ?? null,
  missed: row.missed,
});

export const closedRowId = ({ stream, start }: ClosedRow): string => `${stream}@${start}`;
export const closedRowFields = ({ stream, start, end }: ClosedRow): Readonly<Record<string, FieldValue>> => ({
  stream,
  start,
  end,
});
