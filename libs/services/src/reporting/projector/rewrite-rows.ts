import { localDateOf } from '@masar/calendar';
import type { LocalDate, StreamName } from '@masar/contracts';
import { PastWorlds } from './past-worlds.js';
import type { PageToWrite } from './page-to-write.js';
import type { ClosedRow } from './page-work.js';
import { closedRowFields, closedRowId } from './row-fields.js';
import { deriveRow, storedRow, type StoredRow } from './row.js';
import type { WriteBatch } from './write-batch.js';

const mostClosed = 10_000;

/** What was read from a day on: rows of days gone by, and the one that holds until further notice. */
export interface WalkedRows {
  readonly closed: readonly ClosedRow[];
  readonly open: StoredRow | undefined;
}

/**
 * Walks from `from` to `today` and says what a reader got on each day, as known on that day: a new row where something
 * became known, and where time alone changed one.
 */
export const walkRows = (worlds: PastWorlds, stream: StreamName, from: LocalDate, today: LocalDate): WalkedRows => {
  const days = [from, ...worlds.knowledgeDays().filter((day) => day > from && day <= today)];
  const closed: ClosedRow[] = [];
  let open: StoredRow | undefined;
  days.forEach((known, index) => {
    const until = days[index + 1];
    const world = worlds.at(known);
    open = undefined;
    for (let day = known; world && (until === undefined ? day <= today : day < until);) {
      const derived = deriveRow(world, day);
      if (!derived) break;
      open = storedRow(stream, day, world.facts.version, derived);
      const { reviewOn } = derived.row;
      const end = reviewOn !== null && (until === undefined ? reviewOn <= today : reviewOn < until) ? reviewOn : until;
      if (end === undefined) break;
      closed.push({ ...open, end });
      day = end;
    }
  });
  return { closed, open };
};

/** Puts the rows of a stream from `from` on in place of those that stand there. */
export const rewriteRows = async (
  given: PageToWrite,
  batch: WriteBatch,
  stream: StreamName,
  from: LocalDate,
): Promise<void> => {
  const { models, history, generation, streams, rows, index, directories, state } = given;
  const worlds = await PastWorlds.open(stream, history, (name) => streams.get(name), directories);
  const stored = await rows.get(stream);
  if (!worlds) return;
  const collection = generation.of('portfolio-row-history');
  const standing = await models.query<ClosedRow>(collection, {
    equal: { stream },
    range: { end: { above: from } },
    limit: mostClosed,
  });
  const pending = given.page.closed.filter((row) => row.stream === stream);
  for (const row of [...standing.map(({ body }) => body), ...pending]) {
    if (row.start >= from) batch.delete(collection, closedRowId(row));
    else {
      const cut: ClosedRow = row.end > from ? { ...row, end: from } : row;
      batch.put(collection, closedRowId(cut), closedRowFields(cut), cut);
    }
  }
  const zone = stored?.zone ?? worlds.zone;
  const walked = walkRows(worlds, stream, from, localDateOf(state.now, zone));
  for (const row of walked.closed) batch.put(collection, closedRowId(row), closedRowFields(row), row);
  rows.set(stream, walked.open);
  index.change(stored, walked.open);
};
