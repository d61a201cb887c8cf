import { createHash } from 'node:crypto';
import { event, genesisHash, type AnyRecordedEvent, type DomainEvent, type StreamName } from '@masar/contracts';
import type { MarkedAgain, PendingCommit, PendingCommits, PendingPage, PendingPageOptions } from '@masar/event-store';

/** A valid fact whose text differs by its number. */
const forecastNumber = (number: number): DomainEvent =>
  event('milestone.forecast.v1', {
    happenedOn: '2026-03-01',
    milestone: 'm-1',
    date: '2026-06-30',
    reason: `تقدير ${number}`,
  });

const collectionSource = (stream: StreamName): string => `/${stream.slice(0, stream.indexOf('/'))}`;

/** Pending commits without a store: the same calls always make the same commits, so that another process can hold the same ones. */
export class PendingInMemory implements PendingCommits {
  readonly #all = new Map<string, PendingCommit>();
  /** Those that are pending, as `#all` by insertion. */
  #commits = new Map<string, PendingCommit>();
  readonly #heads = new Map<StreamName, { version: number; hash: string }>();
  readonly #listeners = new Set<() => void>();
  #lease: { holder: string; until: number } | undefined;
  #inserted = 0;
  /** Thrown by every question while it is set. */
  fault: Error | undefined;

  constructor(private readonly storeEpoch = 'epoch-1') {}

  /** Commits facts to a stream (so many forecasts, or given ones) and answers their events. */
  commit(stream: StreamName, facts: number | readonly DomainEvent[] = 1, partitionKey: string = stream): PendingCommit {
    const before = this.#heads.get(stream) ?? { version: 0, hash: genesisHash };
    const stated =
      typeof facts === 'number'
        ? Array.from({ length: facts }, (_, index) => forecastNumber(before.version + 1 + index))
        : facts;
    const commandId = `command ${(this.#inserted += 1)}`;
    const events: AnyRecordedEvent[] = [];
    for (const fact of stated) {
      const prevhash = events.at(-1)?.hash ?? before.hash;
      const version = before.version + events.length + 1;
      events.push({
        ...(fact as Pick<AnyRecordedEvent, 'type' | 'data'>),
        stream,
        version,
        recordedAt: '2026-03-01T09:00:00.000Z',
        knownAt: '2026-03-01T09:00:00.000Z',
        source: collectionSource(stream),
        actor: 'سارة',
        correlationId: `correlation of ${commandId}`,
        commandId,
        partitionKey,
        prevhash,
        hash: createHash('sha256').update(`${prevhash} ${stream}@${version}`).digest('hex'),
      });
    }
    const [first, last] = [events[0]!, events.at(-1)!];
    const mark = `${stream}@${first.version}`;
    const commit = { mark, stream, first: first.version, last: last.version, recordedAt: last.recordedAt, events };
    this.#heads.set(stream, { version: last.version, hash: last.hash });
    this.#all.set(mark, commit);
    this.#commits.set(mark, commit);
    for (const listener of this.#listeners) listener();
    return commit;
  }

  /** Commits that are still pending. */
  get size(): number {
    return this.#commits.size;
  }

  async page({ commits = 500, events = 2_000, passOver = [] }: PendingPageOptions = {}): Promise<PendingPage> {
    this.#mayFail();
    const page: PendingCommit[] = [];
    const earliest = new Map<StreamName, number>();
    let size = 0;
    const others = [...this.#commits.values()].filter(({ stream }) => !passOver.includes(stream));
    for (const commit of others) {
      if (page.length >= commits || size >= events) break;
      page.push(commit);
      size += commit.events.length;
      if (!earliest.has(commit.stream)) earliest.set(commit.stream, commit.first);
    }
    return { commits: page, earliest, full: page.length < others.length };
  }

  async unset(marks: readonly string[]): Promise<void> {
    this.#mayFail();
    for (const mark of marks) this.#commits.delete(mark);
  }

  async markAgain(stream?: StreamName): Promise<MarkedAgain> {
    this.#mayFail();
    const again = [...this.#all].filter(([, commit]) => stream === undefined || commit.stream === stream);
    const pending = new Set([...this.#commits.keys(), ...again.map(([mark]) => mark)]);
    this.#commits = new Map([...this.#all].filter(([mark]) => pending.has(mark)));
    for (const listener of this.#listeners) listener();
    return { commits: again.length };
  }

  async count(upTo: number): Promise<number> {
    return Math.min(upTo, this.#commits.size);
  }

  async epoch(): Promise<string> {
    return this.storeEpoch;
  }

  onCommitted(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async takeLease(holder: string, forMs: number): Promise<boolean> {
    this.#mayFail();
    const now = Date.now();
    if (this.#lease !== undefined && this.#lease.holder !== holder && this.#lease.until > now) return false;
    this.#lease = { holder, until: now + forMs };
    return true;
  }

  async endLease(holder: string): Promise<void> {
    if (this.#lease?.holder === holder) this.#lease = undefined;
  }

  #mayFail(): void {
    if (this.fault !== undefined) throw this.fault;
  }
}
