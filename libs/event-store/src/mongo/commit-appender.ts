import type { StreamName } from '@masar/contracts';
import { isDuplicateKey, untilSeen } from '@masar/mongo';
import type { StoreClock } from '../clock.js';
import { checkEvents, committed, headAfter, withoutText, writeCommit } from '../commit/written-commit.js';
import { InvalidEvent } from '../faults.js';
import type { AppendRequest, AppendResult, StreamHead } from '../port.js';
import { pendingMark, type CommitDocument, type StoreCollections } from './commit-documents.js';
import type { CommitQueries } from './commit-queries.js';

const heldHeads = 50_000;
/** A document may have 16 MB; the rest is for its columns. Bytes. */
const largestTexts = 15 * 1024 * 1024;

/**
 * Appends: one commit, one insert, acknowledged by a majority that has it in its journal. What guards the truth are the
 * unique indexes, whoever else writes; heads are remembered only to save a question, and only after the acknowledgement.
 */
export class CommitAppender {
  private readonly heads = new Map<StreamName, StreamHead>();

  constructor(
    private readonly collections: StoreCollections,
    private readonly queries: CommitQueries,
  ) {}

  async append(request: AppendRequest, clock: StoreClock): Promise<AppendResult> {
    checkEvents(request);
    const { stream, expectedVersion, meta } = request;
    const remembered = this.heads.get(stream);
    const head = remembered?.version === expectedVersion ? remembered : await this.queries.head(stream);
    if ((head?.version ?? 0) !== expectedVersion) return this.refused(request, { outcome: 'conflict', head });
    if (head !== undefined && meta.knownAt !== undefined && meta.knownAt < head.knownAt)
      return this.refused(request, { outcome: 'older-than-known', head });
    return this.insert(request, head, clock);
  }

  private async insert(request: AppendRequest, head: StreamHead | undefined, clock: StoreClock): Promise<AppendResult> {
    const { stream, expectedVersion, events } = request;
    const { texts, ...written } = this.written(request, head, clock);
    try {
      await this.collections.commits.collection.insertOne(documentOf(request, { ...written, texts }));
    } catch (fault) {
      // Whatever became of it, what was remembered of the stream is no longer sure.
      this.heads.delete(stream);
      if (!isDuplicateKey(fault)) throw fault;
      return this.met(request);
    }
    this.remember(stream, headAfter(expectedVersion + events.length, written));
    return committed(request, written);
  }

  private written(request: AppendRequest, head: StreamHead | undefined, clock: StoreClock) {
    try {
      return writeCommit(request, head, clock);
    } catch (fault) {
      throw withoutText(request, fault instanceof Error ? fault.message : String(fault));
    }
  }

  /** What an insert met in the unique indexes: this command's own commit, or another of this version. */
  private async met(request: AppendRequest): Promise<AppendResult> {
    const { stream, expectedVersion } = request;
    const seen = await untilSeen(async () => {
      const head = await this.queries.head(stream);
      const told = await this.refused(request, { outcome: 'conflict', head });
      return told.outcome === 'duplicate' || (head?.version ?? 0) !== expectedVersion ? told : undefined;
    });
    return seen ?? { outcome: 'conflict', head: await this.queries.head(stream) };
  }

  /** A resend is told so before anything else is said about it. */
  private async refused({ stream, meta }: AppendRequest, otherwise: AppendResult): Promise<AppendResult> {
    const commit = await this.queries.find(stream, meta.commandId);
    return commit === undefined ? otherwise : { outcome: 'duplicate', commit };
  }

  private remember(stream: StreamName, head: StreamHead): void {
    // Another append of this process may have been acknowledged first: never back.
    if ((this.heads.get(stream)?.version ?? 0) >= head.version) return;
    if (this.heads.size >= heldHeads) this.heads.clear();
    this.heads.set(stream, head);
  }
}

type Written = ReturnType<typeof writeCommit>;

const documentOf = (
  { stream, expectedVersion, events, meta }: AppendRequest,
  { recordedAt, knownAt, hashes, texts }: Written,
): CommitDocument => {
  const joined = texts.join('\n');
  if (Buffer.byteLength(joined) > largestTexts)
    throw new InvalidEvent(stream, [
      { path: '', rule: 'maxLength', message: `a commit has at most ${largestTexts} bytes; state it in several` },
    ]);
  const first = expectedVersion + 1;
  return {
    stream,
    first,
    last: expectedVersion + events.length,
    commandId: meta.commandId,
    recordedAt,
    knownAt,
    hashes: hashes.join('\n'),
    texts: joined,
    ...(first === 1 ? { begins: stream } : {}),
    pending: pendingMark(recordedAt, first),
  };
};
