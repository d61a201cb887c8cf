import type { Instant } from '@masar/contracts';
import type { DirectoryFacts } from '@masar/directory';
import type { History, ReadModels } from '@masar/read-models';
import type { DirectoryBook } from './directory-book.js';
import type { DocumentBook } from './document-book.js';
import type { Generation } from './generation.js';
import { milestoneWrites } from './milestone-documents.js';
import type { PageWork } from './page-work.js';
import { closedRowFields, closedRowId } from './row-fields.js';
import { rewriteRows } from './rewrite-rows.js';
import type { StoredRow } from './row.js';
import type { RowIndex } from './row-index.js';
import type { StreamDocument } from './stream-document.js';
import { WriteBatch } from './write-batch.js';

/** How far a generation has come. `now`: the latest instant it has lived through; `registry` counts changes of the registry. */
export interface ProjectionState {
  readonly offset: number;
  readonly now: Instant;
  readonly events: number;
  readonly registry: number;
}
export const stateId = 'projection';
export const totalsId = 'totals';
const beforeAll: ProjectionState = { offset: 0, now: '', events: 0, registry: 0 };
const loadPage = 1000;

/** Fills index and directory from the documents of a generation and answers how far it has come. */
export const loadState = async (
  models: ReadModels,
  generation: Generation,
  index: RowIndex,
  directories: DirectoryBook,
): Promise<ProjectionState> => {
  const rows = generation.of('portfolio-rows');
  for (let after = ''; ;) {
    const page = await models.query<StoredRow>(rows, {
      limit: loadPage,
      ...(after === '' ? {} : { after: { value: null, id: after } }),
    });
    for (const { body } of page) index.change(undefined, body);
    if (page.length < loadPage) break;
    after = page.at(-1)!.id;
  }
  directories.takeAll(await readRegistry(models, generation));
  const state = await models.get<ProjectionState>(generation.of('reporting-state'), stateId);
  return state?.body ?? beforeAll;
};

/** The facts of every registry stream. */
export const readRegistry = async (models: ReadModels, generation: Generation): Promise<readonly DirectoryFacts[]> => {
  const facts: DirectoryFacts[] = [];
  for (let after = ''; ;) {
    const page = await models.query<StreamDocument<DirectoryFacts>>(generation.of('timeline-facts'), {
      equal: { collection: ['calendars', 'entities', 'law-paths'] },
      limit: loadPage,
      ...(after === '' ? {} : { after: { value: null, id: after } }),
    });
    for (const { body } of page) if (body.facts) facts.push(body.facts);
    if (page.length < loadPage) return facts;
    after = page.at(-1)!.id;
  }
};

export interface PageToWrite {
  readonly models: ReadModels;
  readonly history: History;
  readonly generation: Generation;
  readonly streams: DocumentBook<StreamDocument>;
  readonly rows: DocumentBook<StoredRow>;
  readonly index: RowIndex;
  readonly directories: DirectoryBook;
  readonly page: PageWork;
  readonly state: ProjectionState;
}

/** Another writer changed one of the documents meanwhile; what is in memory is behind. */
export class WrittenByAnother extends Error {
  constructor() {
    super('the documents of reporting were written by another');
    this.name = 'WrittenByAnother';
  }
}

/** Writes documents, rows, milestones, changes, totals and the offset of one page: all or none. */
export const writePage = async (given: PageToWrite): Promise<void> => {
  const { models, generation, streams, rows, index, page, state } = given;
  const batch = new WriteBatch(models);
  for (const [stream, day] of page.rewrites) await rewriteRows(given, batch, stream, day);
  for (const row of page.closed) {
    if (!page.rewrites.has(row.stream))
      batch.put(generation.of('portfolio-row-history'), closedRowId(row), closedRowFields(row), row);
  }
  await streams.flush(batch);
  await rows.flush(batch);
  for (const [stream, { stored, now }] of page.touched) milestoneWrites(batch, generation, stream, stored, now);
  for (const change of page.changes) {
    const { item, stream, correction } = change;
    batch.put(
      generation.of('portfolio-changes'),
      item.id,
      { at: item.at, stream, correction: correction ? 1 : 0 },
      change,
    );
  }
  const states = generation.of('reporting-state');
  batch.put(states, totalsId, {}, index.totals);
  batch.put(states, stateId, {}, state);
  if (!(await batch.write())) throw new WrittenByAnother();
  streams.settled();
  rows.settled();
};
