import type { Position, StreamName } from '@masar/contracts';
import { BrokenEvent } from '../faults.js';
import type { CommitSummary, StreamHead } from '../port.js';
import { hashOf, type StoredEvent } from './event-text.js';

/** A commit as adapters keep it: columns for indexes beside the texts. */
export interface StoredCommit {
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly command_id: string;
  readonly recorded_at: string;
  readonly known_at: string;
  /** One a line, as `texts`. */
  readonly hashes: string;
  readonly texts: string;
}

/** A row of the commit table; `seq` is the order of insertion. */
export interface CommitRow extends StoredCommit {
  readonly seq: number;
}

const parse = (text: string | undefined, position: Position): StoredEvent => {
  if (text === undefined) throw new BrokenEvent(position, 'missing');
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored as StoredEvent;
  } catch {
    // falls through: whatever the reason, the text cannot be read
  }
  throw new BrokenEvent(position, 'not-json');
};

/** The stored event at a place, exactly as written, believed only when text, hash and place fit. */
export const storedEvent = (
  row: StoredCommit,
  index: number,
  text: string | undefined,
  hash: string | undefined,
): StoredEvent => {
  const position: Position = `${row.stream}@${row.first + index}`;
  const stored = parse(text, position);
  if (hashOf(text!) !== hash) throw new BrokenEvent(position, 'hash-mismatch');
  if (stored.stream !== row.stream || stored.version !== row.first + index)
    throw new BrokenEvent(position, 'wrong-place');
  return stored;
};

export const summaryOf = (row: StoredCommit): CommitSummary => {
  const first = storedEvent(row, 0, row.texts.split('\n', 1)[0], row.hashes.split('\n', 1)[0]);
  return {
    stream: row.stream,
    first: row.first,
    last: row.last,
    commandId: row.command_id,
    digest: first.commandDigest ?? '',
    recordedAt: row.recorded_at,
    knownAt: row.known_at,
    ...(first.answer === undefined ? {} : { answer: first.answer }),
  };
};

export const headOf = (row: Pick<StoredCommit, 'last' | 'hashes' | 'recorded_at' | 'known_at'>): StreamHead => ({
  version: row.last,
  hash: row.hashes.slice(-64),
  recordedAt: row.recorded_at,
  knownAt: row.known_at,
});
