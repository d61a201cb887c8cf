import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import { walk } from '@masar/mongo';
import { eventsOf } from '../commit/commit-events.js';
import { headOf, summaryOf, type StoredCommit } from '../commit/stored-commit.js';
import type { CommitSummary, StreamHead } from '../port.js';
import { columns, headColumns, storedCommitOf, type StoreCollections } from './commit-documents.js';

/** Documents fetched at once: texts of a page are never all in memory twice. */
const batch = 100;

/** Every question a store asks of its commits; each walks one index and is bounded. */
export class CommitQueries {
  constructor(private readonly collections: StoreCollections) {}

  async find(stream: StreamName, commandId: string): Promise<CommitSummary | undefined> {
    const found = await this.collections.commits.findOne({ stream, commandId }, columns).lean();
    return found === null ? undefined : summaryOf(storedCommitOf(found));
  }

  async head(stream: StreamName): Promise<StreamHead | undefined> {
    const last = await this.collections.commits.findOne({ stream }, headColumns).sort({ first: -1 }).lean();
    if (last === null) return undefined;
    return headOf({ last: last.last, hashes: last.hashes, recorded_at: last.recordedAt, known_at: last.knownAt });
  }

  /** Events with version > `after`, at most `limit`. Throws `BrokenEvent` at the first that cannot be believed. */
  async read(stream: StreamName, after: number, limit: number): Promise<AnyRecordedEvent[]> {
    const events: AnyRecordedEvent[] = [];
    const first = await this.firstOfHolder(stream, after + 1);
    for await (const commit of this.commitsFrom(stream, first, limit)) {
      events.push(...eventsOf(commit).slice(Math.max(0, after + 1 - commit.first)));
      if (events.length >= limit) break;
    }
    return events.slice(0, limit);
  }

  async streams(prefix: string, after: string, limit: number): Promise<StreamName[]> {
    const from = after >= prefix ? { $gt: after } : { $gte: prefix };
    const found = await this.collections.commits
      .find({ begins: { ...from, $lt: `${prefix}\u{10FFFF}` } }, { begins: 1, _id: 0 })
      .sort({ begins: 1 })
      .limit(limit)
      .lean();
    return found.map(({ begins }) => begins as StreamName);
  }

  /** Where the commit begins that holds a version; the version itself where it begins one, or none holds it. */
  private async firstOfHolder(stream: StreamName, version: number): Promise<number> {
    if (version === 1) return version;
    const asked = { stream, first: { $lte: version } };
    const found = await this.collections.commits.findOne(asked, { first: 1, last: 1 }).sort({ first: -1 }).lean();
    return found !== null && found.last >= version ? found.first : version;
  }

  /** Commits that begin at a version or later. */
  private async *commitsFrom(stream: StreamName, first: number, limit: number): AsyncIterable<StoredCommit> {
    const cursor = this.collections.commits
      .find({ stream, first: { $gte: first } }, columns)
      .sort({ first: 1 })
      .limit(limit)
      .lean()
      .cursor({ batchSize: batch });
    for await (const document of walk(cursor)) yield storedCommitOf(document);
  }
}
