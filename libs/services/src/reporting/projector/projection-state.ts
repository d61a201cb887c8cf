import type { Instant } from '@masar/contracts';
import { directoryCollections, type DirectoryFacts } from '@masar/directory';
import type { ReadModels } from '@masar/read-models';
import type { DirectoryBook } from './directory-book.js';
import type { Generation } from './generation.js';
import type { StoredRow } from './row.js';
import type { RowIndex } from './row-index.js';
import type { StreamDocument } from './stream-document.js';

/** How far a generation has come. `now`: the latest instant it has lived through; `registry` counts changes of the registry, `told` those of rows, `restricted` commits about what is not for everybody. */
export interface ProjectionState {
  readonly offset: number;
  readonly now: Instant;
  readonly events: number;
  readonly told: number;
  readonly registry: number;
  readonly restricted: number;
}
export const stateId = 'projection';
export const totalsId = 'totals';
export const beforeAnything: ProjectionState = { offset: 0, now: '', events: 0, told: 0, registry: 0, restricted: 0 };
const loadPage = 1000;

/** Fills index and directory from the documents of a generation and answers how far it has come. */
export const loadState = async (
  models: ReadModels,
  generation: Generation,
  index: RowIndex,
  directories: DirectoryBook,
): Promise<{ readonly state: ProjectionState; readonly version: number }> => {
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
  return { state: state?.body ?? beforeAnything, version: state?.version ?? 0 };
};

/** The facts of every registry stream. */
export const readRegistry = async (models: ReadModels, generation: Generation): Promise<readonly DirectoryFacts[]> => {
  const facts: DirectoryFacts[] = [];
  for (let after = ''; ;) {
    const page = await models.query<StreamDocument<DirectoryFacts>>(generation.of('timeline-facts'), {
      equal: { collection: [...directoryCollections].sort() },
      limit: loadPage,
      ...(after === '' ? {} : { after: { value: null, id: after } }),
    });
    for (const { body } of page) if (body.facts) facts.push(body.facts);
    if (page.length < loadPage) return facts;
    after = page.at(-1)!.id;
  }
};
