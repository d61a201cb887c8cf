import { upcast, type AnyRecordedEvent } from '@masar/contracts';
import { storedEvent, type CommitRow } from './stored-commit.js';

/** Every event of a commit as readers get it: newest version of its type, with its hash. Throws `BrokenEvent`. */
export const eventsOf = (row: CommitRow): AnyRecordedEvent[] => {
  const texts = row.texts.split('\n');
  const hashes = row.hashes.split('\n');
  return Array.from({ length: row.last - row.first + 1 }, (_, index) => {
    const {
      commandDigest: _digest,
      answer: _answer,
      ...envelope
    } = storedEvent(row, index, texts[index], hashes[index]);
    return upcast({ ...envelope, hash: hashes[index]! });
  });
};
