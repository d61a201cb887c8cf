import type { Fault } from './file-table.js';

export interface Summary {
  readonly rows: number;
  /** Rows with something that stops the import; a fault of the file as a whole is of no row. */
  readonly faulty: number;
  readonly faults: number;
  readonly notices: number;
}

interface Found {
  readonly rows: number;
  readonly faults: readonly Fault[];
  /** All there are; the list ends somewhere. */
  readonly faultCount: number;
  readonly noticeCount: number;
}

/** How a file stands, for the sentence above its preview. */
export const summaryOf = ({ rows, faults, faultCount, noticeCount }: Found): Summary => {
  const blocking = faults.filter((fault) => fault.blocking);
  const faulty = new Set(blocking.map(({ row }) => row).filter((row) => row > 1)).size;
  return {
    rows,
    // Where not all are listed nobody knows in how many rows they are.
    faulty: blocking.length < faultCount ? 0 : faulty,
    faults: faultCount,
    notices: noticeCount,
  };
};

/** The rows of a table around one of them, the header and what is above it left out: the fault, and what stands beside it. */
export const around = (row: number, rows: number, first = 1, each = 2): readonly number[] => {
  const from = Math.max(first, row - each);
  const to = Math.min(rows - 1, row + each);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
};
