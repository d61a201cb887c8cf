import type { LocalDate, StreamName } from '@masar/contracts';
import type { StoredChange } from './change-record.js';
import type { PortfolioRow, StoredRow } from './row.js';

/** A row of days gone by: what was read on each day of `[start, end)`. */
export interface ClosedRow extends StoredRow {
  readonly end: LocalDate;
}

/** What the work on one page has come to besides documents: rows closed, days to be walked again, changes. */
export class PageWork {
  /** `place`: where in the log the page ends. */
  constructor(readonly place: number) {}

  readonly closed: ClosedRow[] = [];
  readonly changes: StoredChange[] = [];
  /** First day from which the rows of a stream have to be written anew. */
  readonly rewrites = new Map<StreamName, LocalDate>();
  /** Whole rows of streams touched, milestones included: as stored before the page, and as they are now. */
  readonly touched = new Map<
    StreamName,
    { readonly stored: PortfolioRow | undefined; now: PortfolioRow | undefined }
  >();
  readonly applied = new Set<StreamName>();
  registryChanged = false;
  /** How often something was written of what is not for everybody, or was not. */
  restricted = 0;

  close(row: StoredRow, end: LocalDate): void {
    if (row.start < end) this.closed.push({ ...row, end });
  }

  rewriteFrom(stream: StreamName, day: LocalDate): void {
    const known = this.rewrites.get(stream);
    if (known === undefined || day < known) this.rewrites.set(stream, day);
  }

  touch(stream: StreamName, before: PortfolioRow | undefined, now: PortfolioRow | undefined): void {
    const touched = this.touched.get(stream);
    if (touched) touched.now = now;
    else this.touched.set(stream, { stored: before, now });
  }
}
