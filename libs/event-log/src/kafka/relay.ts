import { randomUUID } from 'node:crypto';
import type { PendingCommit, PendingCommits, PendingPage } from '@masar/event-store';
import type { EventRelay, HeldStream, RelayOptions } from '../broker-port.js';
import type { Collector } from './collector.js';
import { bytesOf, recordOf } from './event-record.js';
import { partsOf, planOf, type StreamRun } from './relay-plan.js';

const countedTo = 100_000;
const countEveryMs = 1_000;
/** A relay that stops ends its lease: who waits for it need not wait long. */
const longestTurnMs = 1_000;
const partBytes = 400_000;
/** So long and so many streams that stand still are left out of pages that they would fill. */
const passOverMs = 1_000;
const mostPassedOver = 10_000;

/**
 * Takes pending commits page by page, publishes each stream in order and unsets the marks of what was acknowledged. A
 * process that dies in between publishes again: later copies are duplicates by version and hash. Within a process one
 * round follows the other, so that nothing of a stream overtakes what failed before it.
 */
export class Relay implements EventRelay {
  readonly #holder: string;
  #stopped = false;
  #hinted = false;
  #wake: () => void = () => undefined;
  #running: Promise<void> | undefined;
  #unlisten: () => void = () => undefined;
  #countedAt = -Infinity;
  /** Streams that are held while there is more than a page: they are to hold up nobody else. */
  readonly #passedOver = new Map<HeldStream['stream'], HeldStream>();
  #passingSince = -Infinity;
  /** When the oldest commit of all was recorded, as last seen. */
  #oldest: string | undefined;

  constructor(
    private readonly pending: PendingCommits,
    private readonly collector: Collector,
    private readonly topicOf: (context: string) => string,
    private readonly options: RelayOptions = {},
  ) {
    this.#holder = options.holder ?? randomUUID();
  }

  start(): void {
    if (this.#running !== undefined) return;
    this.#unlisten = this.pending.onCommitted(() => this.hint());
    this.#running = this.#follow();
  }

  hint(): void {
    this.#hinted = true;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    this.#wake();
    await this.#running;
  }

  async #follow(): Promise<void> {
    const { shortestPauseMs = 100, longestPauseMs = 5_000, pollMs = 100, leaseMs = 10_000, meters } = this.options;
    let pauseMs = shortestPauseMs;
    while (!this.#stopped) {
      this.#hinted = false;
      try {
        // A hint is of no use to a relay whose turn it is not.
        const isMine = await this.pending.takeLease(this.#holder, leaseMs);
        if (!isMine) await this.#pause(Math.min(leaseMs / 5, longestTurnMs));
        else if (!(await this.#round()) && !this.#hinted) await this.#rest(pollMs);
        pauseMs = shortestPauseMs;
      } catch (fault) {
        meters?.paused?.(fault, pauseMs);
        await this.#pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    await this.pending.endLease(this.#holder).catch(() => undefined);
  }

  /** Is not shortened by a hint: it says that there is more to do, and nothing of what is in the way. */
  async #pause(milliseconds: number): Promise<void> {
    for (const end = Date.now() + milliseconds; Date.now() < end && !this.#stopped;) await this.#rest(end - Date.now());
  }

  #rest(milliseconds: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** One page. True: there may be more at once. */
  async #round(): Promise<boolean> {
    const { pageCommits = 1_000, pageEvents = 4_000, meters } = this.options;
    if (performance.now() - this.#passingSince > passOverMs) this.#passedOver.clear();
    const passOver = [...this.#passedOver.keys()] as PendingCommit['stream'][];
    const page = await this.pending.page({ commits: pageCommits, events: pageEvents, passOver });
    await this.#measure(page);
    const plan = planOf(page);
    const held = [...this.#passedOver.values(), ...plan.held];
    if (held.length > 0) meters?.held?.(held);
    const isFurther = page.full && this.#passOver(plan.held);
    if (plan.runs.length === 0) return isFurther;
    const started = performance.now();
    const epoch = await this.pending.epoch();
    const acknowledged: PendingCommit[] = [];
    const outcomes = await Promise.allSettled(plan.runs.map((run) => this.#publish(run, epoch, acknowledged)));
    if (acknowledged.length > 0) {
      await this.pending.unset(acknowledged.map(({ mark }) => mark));
      const events = acknowledged.reduce((sum, commit) => sum + commit.events.length, 0);
      meters?.published?.(events, acknowledged.length, performance.now() - started);
    }
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed === undefined) return page.full;
    // The way from here to the broker may be all that is broken: another is to try his.
    await this.pending.endLease(this.#holder).catch(() => undefined);
    throw failed.reason;
  }

  /** True: a page without these is another one. */
  #passOver(held: readonly HeldStream[]): boolean {
    if (held.length === 0 || this.#passedOver.size >= mostPassedOver) return false;
    if (this.#passedOver.size === 0) this.#passingSince = performance.now();
    for (const one of held) this.#passedOver.set(one.stream, one);
    return true;
  }

  async #publish({ context, commits }: StreamRun, epoch: string, acknowledged: PendingCommit[]): Promise<void> {
    if (context === undefined) return void acknowledged.push(...commits);
    const encoded = commits.map((commit) => {
      const records = commit.events.map((event) => recordOf(event, epoch));
      return { commit, records, size: bytesOf(records) };
    });
    // One part after the other: were the next under way already, it could land before one that failed.
    for (const part of partsOf(encoded, partBytes)) {
      await this.collector.publish(
        this.topicOf(context),
        part.flatMap(({ records }) => records),
      );
      acknowledged.push(...part.map(({ commit }) => commit));
    }
  }

  async #measure({ commits, full }: PendingPage): Promise<void> {
    const { meters } = this.options;
    const now = Date.now();
    const isPart = full || this.#passedOver.size > 0;
    if (this.#passedOver.size === 0) this.#oldest = commits[0]?.recordedAt;
    if (meters?.pending === undefined || (isPart && now - this.#countedAt < countEveryMs)) return;
    if (isPart) this.#countedAt = now;
    const count = isPart ? await this.pending.count(countedTo) : commits.length;
    meters.pending(count, this.#oldest === undefined ? 0 : Math.max(0, now - Date.parse(this.#oldest)));
  }
}
