import type { StreamName } from '@masar/contracts';
import type { MarkedAgain } from '../pending-port.js';
import { pendingMark, type CommitDocument, type StoreCollections } from './commit-documents.js';

const stepCommits = 1000;

/** The last commit that was marked: `<stream>@<first>`. */
interface Place {
  readonly stream: string;
  readonly first: number;
}

const placeOf = (text: string): Place => {
  const at = text.lastIndexOf('@');
  const first = Number(text.slice(at + 1));
  if (at < 1 || !Number.isSafeInteger(first)) throw new Error(`${text} is no place to go on from`);
  return { stream: text.slice(0, at), first };
};

const found = ({ commits }: StoreCollections, filter: object, most: number) =>
  commits
    .find(filter, { stream: 1, first: 1, recordedAt: 1 })
    .sort({ stream: 1, first: 1 })
    .limit(most)
    .lean<CommitDocument[]>();

/** Commits after a place along the index that holds them unique: the rest of its stream, then the streams behind it. */
const nextCommits = async (collections: StoreCollections, stream?: StreamName, after?: Place) => {
  if (stream !== undefined) return found(collections, { stream, first: { $gt: after?.first ?? 0 } }, stepCommits);
  if (after === undefined) return found(collections, {}, stepCommits);
  const rest = await found(collections, { stream: after.stream, first: { $gt: after.first } }, stepCommits);
  if (rest.length === stepCommits) return rest;
  return [...rest, ...(await found(collections, { stream: { $gt: after.stream } }, stepCommits - rest.length))];
};

/** One step of `PendingCommits.markAgain`. */
export const markStep = async (
  collections: StoreCollections,
  stream?: StreamName,
  after?: string,
): Promise<MarkedAgain> => {
  const commits = await nextCommits(collections, stream, after === undefined ? undefined : placeOf(after));
  const last = commits.at(-1);
  if (last === undefined) return { commits: 0 };
  // In order, so that a relay at work finds each commit no later than the one behind it.
  await collections.commits.collection.bulkWrite(
    commits.map(({ _id, recordedAt, first }) => ({
      updateOne: { filter: { _id: _id! }, update: { $set: { pending: pendingMark(recordedAt, first) } } },
    })),
    { ordered: true },
  );
  const next = commits.length === stepCommits ? { next: `${last.stream}@${last.first}` } : {};
  return { commits: commits.length, ...next };
};
