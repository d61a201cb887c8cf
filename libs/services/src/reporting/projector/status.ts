import type { Instant } from '@masar/contracts';
import type { ParkedStream } from './parked.js';

/** How the consumer is doing, for health and metrics. */
export interface ProjectorStatus {
  /** Events delivered but not yet folded; of a log of commits, commits. */
  readonly lag: number;
  /** Milliseconds since it was last level; 0 while it is. */
  readonly lagMs: number;
  readonly holes: number;
  readonly parked: number;
  readonly forks: number;
  readonly events: number;
  /** All time spent folding and writing, milliseconds. */
  readonly foldMs: number;
  readonly rows: number;
  /** The latest instant lived through. */
  readonly now: Instant;
  /** Why it stands still, where it does: storage that is away, or events of a newer version. */
  readonly paused?: string;
}

/** Not ready: it stands still, or a stream has two histories. A parked stream alone is visible but stops nobody. */
export const notReady = (status: ProjectorStatus): string | undefined => {
  if (status.paused !== undefined) return status.paused;
  return status.forks > 0 ? `${status.forks} streams have two histories` : undefined;
};

export class Status {
  #lag = 0;
  #levelAt = performance.now();
  #holes = 0;
  #parked = 0;
  #forks = 0;
  #events = 0;
  #foldMs = 0;
  #now: Instant = '';
  #rows = 0;
  #unreachable: string | undefined;
  #unknownVersion: string | undefined;

  constructor(private readonly tell: (status: ProjectorStatus) => void) {}

  folded(events: number, milliseconds: number): void {
    this.#events += events;
    this.#foldMs += milliseconds;
  }

  measured(lag: number, now: Instant, rows: number): void {
    this.#lag = lag;
    this.#rows = rows;
    this.#now = now;
    if (lag === 0) this.#levelAt = performance.now();
    this.#told();
  }

  standing(parked: readonly ParkedStream[]): void {
    this.#holes = parked.filter(({ code }) => code === 'hole').length;
    this.#parked = parked.length - this.#holes;
    this.#forks = parked.filter(({ code }) => code === 'fork').length;
  }

  reachable(): void {
    if (this.#unreachable === undefined) return;
    this.#unreachable = undefined;
    this.#told();
  }

  unreachable(fault: unknown): void {
    this.#unreachable = `storage is away: ${fault instanceof Error ? fault.message : String(fault)}`;
    this.#told();
  }

  reads(unknownVersion: string | undefined): void {
    this.#unknownVersion = unknownVersion;
  }

  #told(): void {
    this.tell(this.now());
  }

  now(): ProjectorStatus {
    const paused =
      this.#unreachable ??
      (this.#unknownVersion === undefined ? undefined : `${this.#unknownVersion} is newer than this version reads`);
    return {
      lag: this.#lag,
      lagMs: this.#lag === 0 ? 0 : Math.round(performance.now() - this.#levelAt),
      holes: this.#holes,
      parked: this.#parked,
      forks: this.#forks,
      events: this.#events,
      foldMs: Math.round(this.#foldMs),
      rows: this.#rows,
      now: this.#now,
      ...(paused === undefined ? {} : { paused }),
    };
  }
}
