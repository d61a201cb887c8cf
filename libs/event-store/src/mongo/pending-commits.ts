import type { StreamName } from '@masar/contracts';
import { walk } from '@masar/mongo';
import mongoose from 'mongoose';
import { believableEvents } from '../commit/commit-events.js';
import type { Leases } from '../leases-port.js';
import type { MarkedAgain, PendingCommit, PendingCommits, PendingPage, PendingPageOptions } from '../pending-port.js';
import { columns, storedCommitOf, type CommitDocument, type StoreCollections } from './commit-documents.js';
import { markStep } from './mark-again.js';

const marksAtOnce = 1000;
/** Held while a relay works over this store. */
export const relayLease = 'relay';
const isPending = { $gt: '' };

/** Calls back who waits for something to relay. */
export class CommitHints {
  private readonly listeners = new Set<() => void>();

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.listeners) queueMicrotask(listener);
  }
}

type PendingDocument = CommitDocument & { readonly pending: string };

const pendingCommitOf = (document: PendingDocument): PendingCommit => {
  const { events, broken } = believableEvents(storedCommitOf(document));
  const { stream, first, last, recordedAt } = document;
  const commit = { mark: String(document._id), stream, first, last, recordedAt, events };
  if (broken === undefined) return commit;
  return { ...commit, broken: { version: first + events.length, breakage: broken.breakage } };
};

/** What the broker has still to be given, by a sparse index over the marks alone. */
export class MongoPendingCommits implements PendingCommits {
  constructor(
    private readonly collections: StoreCollections,
    private readonly leases: Leases,
    private readonly hints: CommitHints,
    private readonly epochOfStore: () => Promise<string>,
    private readonly translated: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  page({ commits = 500, events = 2000, passOver = [] }: PendingPageOptions = {}): Promise<PendingPage> {
    return this.translated(async () => {
      const { page, full, last } = await this.oldest(commits, events, passOver);
      return { commits: page, full, earliest: last === undefined ? new Map() : await this.earliestUpTo(last) };
    });
  }

  private async oldest(most: number, mostEvents: number, passOver: readonly StreamName[]) {
    const others = passOver.length === 0 ? {} : { stream: { $nin: passOver } };
    const cursor = this.collections.commits
      .find({ pending: isPending, ...others }, { ...columns, pending: 1 })
      .sort({ pending: 1 })
      .limit(most)
      .lean<PendingDocument>()
      .cursor({ batchSize: Math.min(most, 100) });
    const page: PendingCommit[] = [];
    let last: string | undefined;
    let held = 0;
    for await (const document of walk(cursor)) {
      if (held > 0 && held + document.last - document.first + 1 > mostEvents) return { page, full: true, last };
      page.push(pendingCommitOf(document as PendingDocument));
      held += document.last - document.first + 1;
      last = document.pending!;
    }
    return { page, full: page.length === most, last };
  }

  /** Marks sort as versions do within a stream, so whatever comes before a commit of the page lies before its end. */
  private async earliestUpTo(last: string): Promise<Map<StreamName, number>> {
    const earliest = new Map<StreamName, number>();
    const cursor = this.collections.commits
      .find({ pending: { ...isPending, $lte: last } }, { stream: 1, first: 1, _id: 0 })
      .sort({ pending: 1 })
      .lean()
      .cursor({ batchSize: 1000 });
    for await (const { stream, first } of walk(cursor))
      if ((earliest.get(stream) ?? Infinity) > first) earliest.set(stream, first);
    return earliest;
  }

  unset(marks: readonly string[]): Promise<void> {
    return this.translated(async () => {
      for (let from = 0; from < marks.length; from += marksAtOnce) {
        const ids = marks.slice(from, from + marksAtOnce).map((mark) => new mongoose.Types.ObjectId(mark));
        // By a majority, as pages are read: with less, the next page would still hold what was published just now.
        await this.collections.commits.collection.updateMany({ _id: { $in: ids } }, { $unset: { pending: '' } });
      }
    });
  }

  markAgain(stream?: StreamName, after?: string): Promise<MarkedAgain> {
    return this.translated(async () => {
      const step = await markStep(this.collections, stream, after);
      if (step.commits > 0) this.hints.tell();
      return step;
    });
  }

  count(upTo: number): Promise<number> {
    return this.translated(() => this.collections.commits.countDocuments({ pending: isPending }, { limit: upTo }));
  }

  epoch(): Promise<string> {
    return this.epochOfStore();
  }

  onCommitted(listener: () => void): () => void {
    return this.hints.add(listener);
  }

  takeLease(holder: string, forMs: number): Promise<boolean> {
    return this.leases.take(relayLease, holder, forMs);
  }

  endLease(holder: string): Promise<void> {
    return this.leases.end(relayLease, holder);
  }
}
