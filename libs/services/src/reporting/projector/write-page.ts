import { milestoneWrites } from './milestone-documents.js';
import type { PageToWrite } from './page-to-write.js';
import { stateId, totalsId } from './projection-state.js';
import { closedRowFields, closedRowId } from './row-fields.js';
import { rewriteRows } from './rewrite-rows.js';
import { WriteBatch } from './write-batch.js';
import { WrittenByAnother } from './written-by-another.js';

/**
 * Writes documents, rows, milestones, changes, totals and the offset of one page: all or none where the store can. Where it
 * writes one after the other, the page as a whole is kept first; what is read goes before what says how far each stream
 * was folded, the offset last (decisions 0020, 0029).
 */
export const writePage = async (given: PageToWrite): Promise<void> => {
  const { models, generation, streams, rows, index, page, state, stateVersion, inHand } = given;
  const batch = new WriteBatch(models);
  for (const [stream, day] of page.rewrites) await rewriteRows(given, batch, stream, day);
  for (const row of page.closed) {
    if (!page.rewrites.has(row.stream))
      batch.put(generation.of('portfolio-row-history'), closedRowId(row), closedRowFields(row), row);
  }
  for (const [stream, { stored, now }] of page.touched) milestoneWrites(batch, generation, stream, stored, now);
  const toldBefore = state.told - page.changes.length;
  for (const [index, change] of page.changes.entries()) {
    const { item, stream, correction } = change;
    const told = toldBefore + index + 1;
    batch.put(
      generation.of('portfolio-changes'),
      item.id,
      { at: item.at, stream, correction: correction ? 1 : 0, told },
      change,
    );
  }
  await rows.flush(batch);
  await streams.flush(batch);
  const states = generation.of('reporting-state');
  batch.put(states, totalsId, {}, index.totals);
  batch.noteRead(states, { id: stateId, version: stateVersion });
  batch.put(states, stateId, {}, state, true);
  if (inHand) {
    await batch.checkAll();
    await inHand.keep(batch.writes);
  }
  if (!(await batch.write())) throw new WrittenByAnother();
  streams.settled();
  rows.settled();
};
