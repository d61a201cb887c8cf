import type { ServerPatience } from '@masar/mongo/patience';
import type { History } from './history.js';
import type { ReadModels } from './port.js';

/** The two halves of what reporting keeps, in one database. */
export interface ReportingStore {
  readonly readModels: ReadModels;
  readonly history: History;
  /**
   * Runs `work` so that all it writes through the handles it is given is kept or lost as one: one transaction. The handles
   * read what was written. When `work` throws, nothing of it is kept. Other writers of this store wait: `work` awaits
   * nothing but the handles. Absent where one document is the largest thing that is written as one (MongoDB).
   */
  atomically?<T>(
    work: (inside: { readonly readModels: ReadModels; readonly history: History }) => Promise<T>,
  ): Promise<T>;
  /** As closing either half. */
  close(): Promise<void>;
}

export interface ReadModelsOptions {
  /** Only reads are allowed, and the file must be there: for query threads beside the one that writes. */
  readonly readOnly?: boolean;
  /** How long a document server may take before it counts as away; only `mongodb:` URLs have one. */
  readonly patience?: ServerPatience;
}
