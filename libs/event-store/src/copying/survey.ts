import type { StoredCommit } from '../commit/stored-commit.js';
import { beginning, Break, checkCommit, type End } from '../commit/verify-commit.js';
import { digestOfHeads, type SealHead } from '../seal/seal.js';
import type { Heads, StoredTruth } from './stored-truth.js';

/** What a whole store holds, after every hash of it was checked. */
export interface Survey {
  readonly heads: Heads;
  readonly streams: number;
  readonly commits: number;
  readonly events: number;
}

/** A stored event is not what was written; names the place. */
export class BrokenTruth extends Error {
  readonly code = 'store/broken';
  constructor(where: string, { stream, version, breakage, detail }: Break['place']) {
    const place = version === undefined ? stream : `${stream}@${version}`;
    super(`${where}: ${place} is broken: ${breakage}${detail === undefined ? '' : ` (${detail})`}`);
    this.name = 'BrokenTruth';
  }
}

/** The commits of a store one by one, each believed only after the one before it. Throws `BrokenTruth`. */
export async function* believed(truth: StoredTruth, upTo?: Heads): AsyncGenerator<readonly [StoredCommit, End]> {
  let stream: string | undefined;
  let end = beginning;
  for await (const commit of truth.commits(upTo)) {
    if (commit.stream !== stream) end = beginning;
    stream = commit.stream;
    try {
      end = checkCommit(commit, end);
    } catch (fault) {
      throw fault instanceof Break ? new BrokenTruth(truth.name, fault.place) : fault;
    }
    yield [commit, end];
  }
}

/** Reads all of a store; `see` is shown every commit. Throws `BrokenTruth`. */
export const surveyed = async (
  truth: StoredTruth,
  upTo?: Heads,
  see: (commit: StoredCommit) => void = () => undefined,
): Promise<Survey> => {
  const heads = new Map<string, End>();
  let commits = 0;
  let events = 0;
  for await (const [commit, end] of believed(truth, upTo)) {
    see(commit);
    heads.set(commit.stream, end);
    commits += 1;
    events += commit.last - commit.first + 1;
  }
  return { heads, streams: heads.size, commits, events };
};

/** As a seal holds them: by name. Stores need not agree how names sort, so they are sorted here. */
export const sealHeadsOf = (heads: Heads): SealHead[] =>
  [...heads]
    .map(([stream, { version, hash }]): SealHead => [stream, version, hash])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** One line for two stores that hold the same. */
export const digestOf = ({ heads }: Survey): string => digestOfHeads(sealHeadsOf(heads));
