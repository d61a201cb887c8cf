import { setTimeout as rest } from 'node:timers/promises';
import type { AnyRecordedEvent } from '@masar/contracts';
import type { EventLog, LogOffset } from './port.js';

/** Where a group keeps how far it has come; 0 for one that is new. */
export interface GroupOffsets {
  get(group: string): Promise<LogOffset>;
  put(group: string, offset: LogOffset): Promise<void>;
}

export interface FollowOptions {
  readonly group: string;
  /** Everything that was delivered is done when this resolves: the offset is kept next. May be given events again. */
  deliver(events: readonly AnyRecordedEvent[]): Promise<void>;
  /** Log, offsets or `deliver` failed: the same page comes again after so many milliseconds. */
  onPause?(fault: unknown, pauseMs: number): void;
  /** Most events of a page (default 500). */
  readonly pageEvents?: number;
  /** Default 100 and 5,000. */
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** Somebody who is told of events until he stops. */
export interface Follower {
  start(): Promise<void>;
  /** Finishes what is being delivered. */
  stop(): Promise<void>;
}

/** Follows a log that is read by pages, from where its group had come: each stream in order, at least once, nothing skipped. */
class LogFollower implements Follower {
  #stopped = false;
  #woken = true;
  #wake: () => void = () => undefined;
  #unlisten: () => void = () => undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly offsets: GroupOffsets,
    private readonly options: FollowOptions,
  ) {}

  async start(): Promise<void> {
    this.#unlisten = this.log.onAppended(() => this.#look());
    this.#running ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    this.#look();
    await this.#running;
  }

  #look(): void {
    this.#woken = true;
    this.#wake();
  }

  async #follow(): Promise<void> {
    const { shortestPauseMs = 100, longestPauseMs = 5_000, onPause } = this.options;
    let pauseMs = shortestPauseMs;
    while (!this.#stopped) {
      this.#woken = false;
      try {
        while (!this.#stopped && (await this.#page()));
        pauseMs = shortestPauseMs;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
          if (this.#woken || this.#stopped) resolve();
        });
      } catch (fault) {
        onPause?.(fault, pauseMs);
        await rest(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  /** One page; false when nothing was there. */
  async #page(): Promise<boolean> {
    const { group, deliver, pageEvents = 500 } = this.options;
    const offset = await this.offsets.get(group);
    const page = await this.log.read(offset, pageEvents);
    if (page.next === offset) return false;
    if (page.events.length > 0) await deliver(page.events.map(({ event }) => event));
    await this.offsets.put(group, page.next);
    return true;
  }
}

export const followLog = (log: EventLog, offsets: GroupOffsets, options: FollowOptions): Follower =>
  new LogFollower(log, offsets, options);
