import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { EventLog, LogOffset, LogPage } from '@masar/event-log';
import type { History, ReadModels } from '@masar/read-models';
import { openKept, type Kept } from './kept.js';
import { inOrderOfVersions } from './order-of-versions.js';
import type { Placed } from './order-pages.js';

/** Group under which history keeps the epoch that is delivered. */
export const deliveryGroup = 'delivery';

const placedAtOnce = 500;
const countedTo = 100_000;
const defaultPollMs = 50;
/** A look by itself asks so seldom whether the store was restored: whoever reads asks each time. */
const epochBelievedMs = 1_000;

/** Nothing was delivered yet: whose history this will be is not known. */
export class NothingDelivered extends Error {
  readonly code = 'storage/unavailable';
  constructor() {
    super('no process has begun to keep what the broker delivers');
    this.name = 'NothingDelivered';
  }
}

export interface HistoryLogOptions {
  /** This process is the one that gives arrivals their place, as long as it says so. */
  readonly puts?: () => boolean;
  /** How often to look by itself, milliseconds (default 50 for who puts in order, else ten times that). */
  readonly pollMs?: number;
}

/**
 * A log over what was delivered: many processes keep events in one history, one puts the commits in an order, everybody
 * reads in that order. Offsets are places in it. Within a stream the order is that of versions; across streams it is as
 * they came.
 */
export class HistoryLog implements EventLog {
  readonly #listeners = new Set<() => void>();
  #kept: Promise<Kept> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly models: ReadModels,
    private readonly history: History,
    private readonly options: HistoryLogOptions = {},
  ) {}

  async epoch(): Promise<string> {
    const epoch = await this.history.epoch(deliveryGroup);
    if (epoch === undefined) throw new NothingDelivered();
    return epoch;
  }

  async read(offset: LogOffset, limit: number): Promise<LogPage> {
    const kept = await this.#open();
    if (this.#puts()) await putInOrder(kept, limit);
    const commits = within(await kept.order.after(offset, limit), limit);
    const spans = commits.map(({ stream, first, last }) => ({ stream, from: first, to: last }));
    const sound = commits.map(({ fork }) => fork === undefined);
    const held = await this.history.readSpans(spans.filter((_, index) => sound[index]));
    const events: { offset: LogOffset; event: AnyRecordedEvent }[] = [];
    const forks: AnyRecordedEvent[] = [];
    let next = 0;
    for (const { place, fork } of commits) {
      if (fork) forks.push(fork);
      else for (const event of held[next++]!) events.push({ offset: place, event });
    }
    return { events, broken: [], forks, next: commits.at(-1)?.place ?? offset };
  }

  /** What has no place yet is behind everything that has. */
  async end(): Promise<LogOffset> {
    const { order, arrivals } = await this.#open();
    const waiting = await arrivals.count(countedTo);
    return (await order.end()) + waiting;
  }

  /** What is kept of a stream. */
  async readStream(stream: StreamName, after: number, limit: number): Promise<LogPage> {
    const events = await this.history.read(stream, { after, limit });
    return {
      events: events.map((event) => ({ offset: event.version, event })),
      broken: [],
      next: events.at(-1)?.version ?? after,
    };
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    const pollMs = this.options.pollMs ?? (this.options.puts ? defaultPollMs : defaultPollMs * 10);
    this.#timer ??= setInterval(() => void this.#look(), pollMs).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Something was kept by this process just now. */
  hint(): void {
    for (const listener of this.#listeners) listener();
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#rest();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #puts(): boolean {
    return this.options.puts?.() === true;
  }

  #known = 0;
  /** Whoever puts in order looks for what waits; a reader for an order that has grown. */
  async #look(): Promise<void> {
    try {
      const { arrivals, order } = await this.#believed();
      const end = this.#puts() ? 0 : await order.end();
      if (this.#puts() ? (await arrivals.count(1)) > 0 : end > this.#known) this.hint();
      this.#known = end;
    } catch {
      // Storage is away, or what was kept was dropped: whoever follows meets it himself and says so.
      this.#openedAt = -Infinity;
    }
  }

  #openedAt = -Infinity;
  /** As last opened, for a while. */
  async #believed(): Promise<Kept> {
    const isFresh = this.#kept !== undefined && performance.now() - this.#openedAt < epochBelievedMs;
    return isFresh ? this.#kept! : this.#open();
  }

  /** Reads the epoch each time; what is kept of it is opened once. */
  async #open(): Promise<Kept> {
    const epoch = await this.epoch();
    const known = await this.#kept?.catch(() => undefined);
    this.#openedAt = performance.now();
    if (known?.epoch === epoch) return known;
    return (this.#kept = openKept(this.models, epoch, this.options.puts !== undefined));
  }
}

/** At least one commit, else as many as hold so many events. */
const within = (commits: readonly Placed[], mostEvents: number): readonly Placed[] => {
  let events = 0;
  const end = commits.findIndex(({ first, last }) => (events += last - first + 1) > mostEvents);
  return end < 0 ? commits : commits.slice(0, Math.max(1, end));
};

/** Gives a place to what waits. What was placed and still waits (a crash in between) is placed again: a duplicate. */
const putInOrder = async ({ arrivals, order }: Kept, most: number): Promise<void> => {
  for (let placed = 0; placed < most;) {
    const waiting = await arrivals.waiting(placedAtOnce);
    if (waiting.length === 0) return;
    if (!(await order.append(inOrderOfVersions(waiting.map(({ body }) => body))))) return;
    await arrivals.placed(waiting);
    placed += waiting.length;
    if (waiting.length < placedAtOnce) return;
  }
};
