import { upcast, type AnyRecordedEvent } from '@masar/contracts';
import { BrokenEvent } from '../faults.js';
import { storedEvent, type StoredCommit } from './stored-commit.js';

/** The events of a commit as readers get them (newest version of its type, with its hash), up to the first that cannot be believed. */
export const believableEvents = (
  row: StoredCommit,
): { readonly events: AnyRecordedEvent[]; readonly broken?: BrokenEvent } => {
  const texts = String(row.texts).split('\n');
  const hashes = String(row.hashes).split('\n');
  const events: AnyRecordedEvent[] = [];
  try {
    for (let index = 0; index <= row.last - row.first; index += 1) {
      const {
        commandDigest: _digest,
        answer: _answer,
        ...envelope
      } = storedEvent(row, index, texts[index], hashes[index]);
      events.push(upcast({ ...envelope, hash: hashes[index]! }));
    }
    return { events };
  } catch (fault) {
    if (fault instanceof BrokenEvent) return { events, broken: fault };
    throw fault;
  }
};

/** Every event of a commit. Throws `BrokenEvent`. */
export const eventsOf = (row: StoredCommit): AnyRecordedEvent[] => {
  const { events, broken } = believableEvents(row);
  if (broken !== undefined) throw broken;
  return events;
};
