import type { Bilingual, StreamName } from '@masar/contracts';
import { importLimits, type Fault, type FaultCounts, type ImportPlan, type PlannedRow } from '@masar/import';
import type { ImportCounts } from './import-counts.js';

/** One initiative of a preview: what would happen to it. */
export interface PreviewRow {
  readonly row: number;
  readonly change: PlannedRow['change'];
  readonly initiative: StreamName;
  readonly source: { readonly system: string; readonly id: string };
  readonly title: Bilingual;
  readonly commands: readonly { readonly type: string; readonly on: string }[];
}

/** What `POST /api/imports` answers, before faults get their words in the asker's language. */
export interface ImportAnswer extends ImportCounts, FaultCounts {
  /** Digest of file, profile and day; the import's own id. */
  readonly id: string;
  readonly status: 'preview' | 'completed' | 'failed';
  readonly rows: number;
  /** The first of them, those that stop the file before notices. */
  readonly faults: readonly Fault[];
  readonly preview: readonly PreviewRow[];
  /** Of a failed import: rows somebody else changed in the meantime. */
  readonly refused?: readonly { readonly row: number; readonly code: string; readonly detail: string }[];
}

const commandsShown = 12;

const previewOf = ({ row, change, stream, source, title, steps }: PlannedRow): PreviewRow => ({
  row,
  change,
  initiative: stream,
  source,
  title,
  commands: steps.slice(0, commandsShown).map(({ command: { type, on } }) => ({ type, on })),
});

/** The first rows that change something, then others, at most twenty. */
export const previewRows = (plan: ImportPlan): readonly PreviewRow[] =>
  [...plan.rows]
    .sort((a, b) => Number(a.change === 'unchanged') - Number(b.change === 'unchanged'))
    .slice(0, importLimits.preview)
    .map(previewOf);

/** A file that is refused as a whole: its faults, and the counts it would have had. */
export class RefusedFile extends Error {
  constructor(readonly answer: ImportAnswer) {
    super('import/faults');
    this.name = 'RefusedFile';
  }
}
