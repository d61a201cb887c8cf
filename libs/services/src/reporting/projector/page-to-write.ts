import type { History, ReadModels } from '@masar/read-models';
import type { DirectoryBook } from './directory-book.js';
import type { DocumentBook } from './document-book.js';
import type { Generation } from './generation.js';
import type { PageInHand } from './page-in-hand.js';
import type { PageWork } from './page-work.js';
import type { ProjectionState } from './projection-state.js';
import type { StoredRow } from './row.js';
import type { RowIndex } from './row-index.js';
import type { StreamDocument } from './stream-document.js';

/** A page that has been worked through, with everything that is written of it and everything that is asked while writing. */
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
  /** The version at which the state before the page was read; 0: there was none. */
  readonly stateVersion: number;
  /** Present where a page is not written all or none. */
  readonly inHand?: PageInHand;
}
