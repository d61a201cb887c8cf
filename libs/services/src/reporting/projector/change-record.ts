import type { ChangeItem, Instant, Position, StreamName } from '@masar/contracts';
import { rowChanges, type PortfolioRow } from './row.js';

/** A change as it is stored: what a reader gets, and where it stands. */
export interface StoredChange {
  readonly stream: StreamName;
  /** Listed apart: it comes from a correction, not from what happened. */
  readonly correction: boolean;
  readonly item: ChangeItem;
}

/** What made a row change: a commit of its own stream or of one it leans on, or time alone. */
export interface Cause {
  readonly at: Instant;
  readonly because: readonly Position[];
  readonly correction: boolean;
  /** What tells two changes of one row at one instant apart: the day, or the other stream's position. */
  readonly mark?: string;
}

const versionDigits = 8;

const idOf = (at: Instant, stream: StreamName, version: number, mark: string | undefined, index: number): string => {
  const position = `${stream}@${String(version).padStart(versionDigits, '0')}`;
  return [at, position, ...(mark === undefined ? [] : [mark]), String(index).padStart(3, '0')].join('~');
};

/**
 * The differences between two readings of a row, each with an id that is the same whenever it is worked out: instant,
 * stream, version, mark, and the number among its like. Ids sort as the changes happened.
 */
export const changesOf = (
  stream: StreamName,
  version: number,
  before: PortfolioRow | undefined,
  after: PortfolioRow | undefined,
  { at, because, correction, mark }: Cause,
): readonly StoredChange[] => {
  if (!after) return [];
  const { kind, id, title } = after;
  return rowChanges(before, after).map(({ isCorrection, ...change }, index) => ({
    stream,
    correction: isCorrection || correction,
    item: {
      id: idOf(at, stream, version, mark, index),
      at,
      initiative: { kind, id, title },
      ...change,
      because: [...because],
    },
  }));
};
