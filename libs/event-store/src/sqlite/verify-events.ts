import type { DatabaseSync } from 'node:sqlite';
import type { CommitRow } from '../commit/stored-commit.js';
import { beginning, checkCommit } from '../commit/verify-commit.js';

/** Reads every commit, stream by stream; throws `Break` at the first fault. Answers how much there is. */
export const verifyEvents = (database: DatabaseSync): { streams: number; events: number } => {
  let streams = 0;
  let events = 0;
  let stream: string | undefined;
  let end = beginning;
  for (const row of database.prepare('SELECT * FROM commits ORDER BY stream, first').iterate()) {
    const commit = row as unknown as CommitRow;
    if (commit.stream !== stream) {
      streams += 1;
      stream = commit.stream;
      end = beginning;
    }
    end = checkCommit(commit, end);
    events += commit.last - commit.first + 1;
  }
  return { streams, events };
};
