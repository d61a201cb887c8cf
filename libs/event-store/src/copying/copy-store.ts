import type { StoredCommit } from '../commit/stored-commit.js';
import type { MigrationAnswer, ProgressOfCopy } from '../maintenance-port.js';
import { prefixCheck } from './prefix.js';
import type { Heads, StoredTruth, TruthToFill } from './stored-truth.js';
import { believed, digestOf, surveyed, type Survey } from './survey.js';

const batchCommits = 500;
/** Of texts; a document server takes 48 MB in one message. */
const batchBytes = 4 * 1024 * 1024;

export interface CopyOptions {
  /** A restored store is another story from its end on; a moved one gets the epoch of its new home (decision 0027). */
  readonly renewEpoch: boolean;
  /** Refuse a target that holds anything which an unfinished copy did not put there. */
  readonly onlyIntoEmpty?: boolean;
  readonly onProgress?: (progress: ProgressOfCopy) => void;
}

/** Commits in groups that fit one message. */
async function* inBatches(commits: AsyncIterable<StoredCommit>): AsyncGenerator<StoredCommit[]> {
  let batch: StoredCommit[] = [];
  let bytes = 0;
  for await (const commit of commits) {
    const size = Buffer.byteLength(commit.texts);
    if (batch.length > 0 && (batch.length >= batchCommits || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(commit);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** What the target lacks of the source, up to what was surveyed. */
async function* missing(source: StoredTruth, upTo: Heads, held: Heads): AsyncGenerator<StoredCommit> {
  for await (const [commit] of believed(source, upTo))
    if (commit.last > (held.get(commit.stream)?.version ?? 0)) yield commit;
}

const putMissing = async (
  source: StoredTruth,
  target: TruthToFill,
  told: Survey,
  held: Survey,
  onProgress: CopyOptions['onProgress'],
): Promise<void> => {
  let commits = held.commits;
  onProgress?.({ commits, of: told.commits });
  for await (const batch of inBatches(missing(source, told.heads, held.heads))) {
    await target.put(batch);
    commits += batch.length;
    onProgress?.({ commits, of: told.commits });
  }
};

const demandEqual = (source: Survey, target: Survey, name: string): void => {
  if (digestOf(source) === digestOf(target)) return;
  throw new Error(`${name} does not end where the source ends: somebody else writes into it`);
};

/**
 * Copies every commit of one store into another, text for text. Before anything is written the source was read to its
 * end and what the target holds was found to be the beginning of it, so that a copy that was killed is gone on with and
 * any other target is refused. Before the target may be opened it was read to its end and ends where the source does.
 */
export const copyStore = async (
  source: StoredTruth,
  target: TruthToFill,
  { renewEpoch, onlyIntoEmpty = false, onProgress }: CopyOptions,
): Promise<MigrationAnswer> => {
  const held = await surveyed(target);
  if (onlyIntoEmpty && held.commits > 0 && !(await target.isUnfinished()))
    throw new Error(`${target.name} holds commits already; this goes into an empty store only`);
  const prefix = prefixCheck(target.name, held.heads);
  const told = await surveyed(source, undefined, prefix.see);
  prefix.demand();
  await target.begin();
  if (digestOf(held) !== digestOf(told)) {
    await putMissing(source, target, told, held, onProgress);
    demandEqual(told, await surveyed(target), target.name);
  }
  await target.putSeals(await source.seals());
  const epoch = await target.finish({ renewEpoch });
  return {
    epoch,
    streams: told.streams,
    events: told.events,
    digest: digestOf(told),
    copied: told.commits - held.commits,
    behind: Math.max(0, (await source.count()) - told.commits),
  };
};
