import canonicalize from 'canonicalize';
import { BrokenEvent } from '../faults.js';
import type { BrokenPlace } from '../maintenance-port.js';
import type { StoredEvent } from './event-text.js';
import { storedEvent, type StoredCommit } from './stored-commit.js';

/** Thrown at the first place that is not as it was written. */
export class Break extends Error {
  constructor(readonly place: BrokenPlace) {
    super(place.breakage);
  }
}

/** Where a stream ends as far as it has been checked. */
export interface End {
  readonly version: number;
  readonly hash: string;
  readonly recordedAt: string;
  readonly knownAt: string;
}

/** Before the first event of a stream. */
export const beginning: End = { version: 0, hash: '0'.repeat(64), recordedAt: '', knownAt: '' };

const readStored = (
  row: StoredCommit,
  index: number,
  text: string | undefined,
  hash: string | undefined,
): StoredEvent => {
  try {
    return storedEvent(row, index, text, hash);
  } catch (fault) {
    if (fault instanceof BrokenEvent)
      throw new Break({ stream: row.stream, version: row.first + index, breakage: fault.breakage });
    throw fault;
  }
};

/** One event after the one before it; throws `Break`. */
const checkEvent = (
  row: StoredCommit,
  index: number,
  text: string | undefined,
  hash: string | undefined,
  before: End,
): End => {
  const version = row.first + index;
  const demand = (holds: boolean, breakage: string, detail?: string) => {
    if (!holds) throw new Break({ stream: row.stream, version, breakage, ...(detail === undefined ? {} : { detail }) });
  };
  const stored = readStored(row, index, text, hash);
  demand(canonicalize(stored) === text, 'not-canonical');
  demand(stored.prevhash === before.hash, 'chain', 'prevhash is not the hash of the event before');
  demand(stored.commandId === row.command_id, 'columns', 'command_id');
  demand(stored.recordedAt === row.recorded_at, 'columns', 'recorded_at');
  demand(stored.knownAt === row.known_at, 'columns', 'known_at');
  demand(stored.recordedAt >= before.recordedAt, 'chain', 'recordedAt goes back');
  demand(stored.knownAt >= before.knownAt, 'chain', 'knownAt goes back');
  demand((stored.commandDigest !== undefined) === (index === 0), 'columns', 'first and last');
  return { version, hash: hash!, recordedAt: stored.recordedAt, knownAt: stored.knownAt };
};

/** One commit after the one before it; throws `Break`. */
export const checkCommit = (row: StoredCommit, before: End): End => {
  const texts = String(row.texts).split('\n');
  const hashes = String(row.hashes).split('\n');
  if (row.first !== before.version + 1)
    throw new Break({
      stream: row.stream,
      version: before.version + 1,
      breakage: 'gap',
      detail: `the next commit begins at ${row.first}`,
    });
  const count = row.last - row.first + 1;
  let end = before;
  for (let index = 0; index < Math.min(count, texts.length + 1); index += 1)
    end = checkEvent(row, index, texts[index], hashes[index], end);
  if (texts.length !== count || hashes.length !== count)
    throw new Break({
      stream: row.stream,
      version: end.version,
      breakage: 'columns',
      detail: 'first and last do not fit the texts',
    });
  return end;
};
