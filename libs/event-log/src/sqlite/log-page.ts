import type { AnyRecordedEvent } from '@masar/contracts';
import { BrokenEvent } from '@masar/event-store';
import { believableEvents, type CommitRow } from '@masar/event-store/sqlite';
import type { BrokenEntry, LogOffset, LogPage } from '../port.js';

/** Commits as a page of the log; a commit that is broken in the middle gives the events before the break. */
export const pageOf = (rows: Iterable<CommitRow>, from: LogOffset, limit: number): LogPage => {
  const events: { offset: LogOffset; event: AnyRecordedEvent }[] = [];
  const broken: BrokenEntry[] = [];
  let next = from;
  for (const row of rows) {
    const commit = believableEvents(row);
    for (const event of commit.events) events.push({ offset: row.seq, event });
    if (commit.broken !== undefined) broken.push(entryOf(row, commit.broken));
    next = row.seq;
    if (events.length >= limit) break;
  }
  return { events, broken, next };
};

const entryOf = (row: CommitRow, fault: BrokenEvent): BrokenEntry => ({
  offset: row.seq,
  stream: row.stream,
  version: Number(fault.position.slice(fault.position.lastIndexOf('@') + 1)),
  breakage: fault.breakage,
});
