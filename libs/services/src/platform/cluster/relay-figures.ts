import type { HeldStream, RelayMeters } from '@masar/event-log';
import type { Logger, Metrics } from '@masar/nest-kit';

/** A relay whose turn it is says how much is pending several times a second; another's figures are not this one's to tell. */
const believedForMs = 15_000;
/** A relay that fails gives its turn away, and speaks no more of what it met once it has not tried for so long. */
const standingForMs = 60_000;
const reasons = ['earlier-missing', 'broken', 'no-topic'] as const;

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** What a relay does, as metrics and in the log; whether it stands still, for whoever looks at the process. */
export class RelayFigures implements RelayMeters {
  readonly #pending;
  readonly #oldest;
  readonly #published;
  readonly #commits;
  readonly #pauses;
  readonly #held;
  #told = -Infinity;
  #standing: { readonly since: string; readonly because: string } | undefined;
  #pausedAt = -Infinity;
  #heldNow = '';

  constructor(
    metrics: Metrics,
    private readonly logger: Logger,
  ) {
    const forget = (gauge: { reset(): void }) => {
      if (performance.now() - this.#told > believedForMs) gauge.reset();
    };
    this.#pending = metrics.gauge(
      'masar_relay_pending_commits',
      'Commits the broker has still to be given, of the relay whose turn it is (0 of the others)',
      [],
      forget,
    );
    this.#oldest = metrics.gauge('masar_relay_oldest_pending_seconds', 'Age of the oldest of them', [], forget);
    this.#held = metrics.gauge(
      'masar_relay_held_streams',
      'Streams that wait though they are pending, by why',
      ['because'],
      forget,
    );
    this.#published = metrics.counter('masar_relay_published_events_total', 'Events the broker has acknowledged');
    this.#commits = metrics.counter('masar_relay_published_commits_total', 'Commits the broker has acknowledged');
    this.#pauses = metrics.counter('masar_relay_pauses_total', 'Rests because the store or the broker did not answer');
  }

  pending(count: number, oldestMs: number): void {
    this.#told = performance.now();
    this.#pending.set(count);
    this.#oldest.set(oldestMs / 1000);
    for (const because of reasons) this.#held.set({ because }, 0);
    if (count === 0) this.#goesOn();
  }

  published(events: number, commits: number): void {
    this.#published.inc(events);
    this.#commits.inc(commits);
    this.#goesOn();
  }

  paused(fault: unknown, pauseMs: number): void {
    this.#pauses.inc();
    const because = wordsOf(fault);
    if (this.#standing?.because !== because) this.logger.warn({ because, pauseMs }, 'the relay rests');
    this.#standing = { since: this.#standing?.since ?? new Date().toISOString(), because };
    this.#pausedAt = performance.now();
  }

  held(held: readonly HeldStream[]): void {
    for (const because of reasons) this.#held.set({ because }, held.filter((one) => one.because === because).length);
    const serious = held.filter(({ because }) => because !== 'earlier-missing');
    const now = serious.map(({ stream, because }) => `${stream}: ${because}`).join(', ');
    if (now !== '' && now !== this.#heldNow)
      this.logger.error({ held: serious.slice(0, 20) }, 'the relay holds streams');
    this.#heldNow = now;
  }

  /** Since when and why nothing is published; undefined while all is well. */
  standing(): string | undefined {
    if (performance.now() - this.#pausedAt > standingForMs) this.#standing = undefined;
    return this.#standing && `publishes nothing since ${this.#standing.since}: ${this.#standing.because}`;
  }

  #goesOn(): void {
    if (this.#standing) this.logger.info({ since: this.#standing.since }, 'the relay goes on');
    this.#standing = undefined;
  }
}
