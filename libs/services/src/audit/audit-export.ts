import { csvFormat } from '../reporting/exports/csv.js';
import type { AuditEntry, AuditFilter, AuditRecords } from './audit-entry.js';

const atOnce = 1_000;
const columns = [
  'at',
  'user',
  'onBehalfOf',
  'action',
  'subject',
  'method',
  'outcome',
  'status',
  'code',
  'address',
  'request',
  'service',
  'id',
] as const satisfies readonly (keyof AuditEntry)[];

/** Pages one after the other, the latest first; lines that come meanwhile are not among them. */
async function* pagesOf(records: AuditRecords, filter: AuditFilter): AsyncGenerator<readonly AuditEntry[]> {
  for (let before: string | undefined; ;) {
    const page = await records.page(filter, before, atOnce);
    if (page.length > 0) yield page;
    if (page.length < atOnce) return;
    before = page.at(-1)!.id;
  }
}

/** For a spreadsheet: what it would take for a formula is text. */
export async function* auditAsCsv(records: AuditRecords, filter: AuditFilter): AsyncGenerator<string> {
  const format = csvFormat<AuditEntry>(columns, (entry) =>
    Object.fromEntries(columns.map((column) => [column, entry[column] ?? null])),
  );
  yield format.head();
  for await (const page of pagesOf(records, filter)) yield format.rows(page);
}

export async function* auditAsJson(records: AuditRecords, filter: AuditFilter): AsyncGenerator<string> {
  let isFirst = true;
  yield '{"items":[';
  for await (const page of pagesOf(records, filter)) {
    yield `${isFirst ? '' : ','}${page.map((entry) => JSON.stringify(entry)).join(',')}`;
    isFirst = false;
  }
  yield ']}';
}
