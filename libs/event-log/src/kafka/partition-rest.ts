import type { Delivery, PartitionPlace } from '../broker-port.js';

interface Resting {
  readonly place: PartitionPlace;
  pauseMs: number;
  timer?: NodeJS.Timeout;
  /** Committed and not yet folded: goes first when the partition goes on. */
  unfolded?: Delivery;
}

const nameOf = ({ topic, partition }: PartitionPlace): string => `${topic}/${partition}`;

/** Partitions that rest because of a fault, each for longer the more often it happened. */
export class PartitionRest {
  readonly #resting = new Map<string, Resting>();

  constructor(
    private readonly shortestMs: number,
    private readonly longestMs: number,
  ) {}

  /** What is to be folded before anything else; who asks does it now, and the pause calls nobody any more. */
  claimUnfolded(place: PartitionPlace): Delivery | undefined {
    const resting = this.#resting.get(nameOf(place));
    if (resting?.unfolded !== undefined) clearTimeout(resting.timer);
    return resting?.unfolded;
  }

  /** Whether it has been rested and nothing has worked since. */
  has(place: PartitionPlace): boolean {
    return this.#resting.has(nameOf(place));
  }

  /** Calls `again` after a pause; answers how long it is. */
  begin(place: PartitionPlace, unfolded: Delivery | undefined, again: () => void): number {
    const name = nameOf(place);
    const before = this.#resting.get(name);
    clearTimeout(before?.timer);
    const pauseMs = before === undefined ? this.shortestMs : Math.min(before.pauseMs * 2, this.longestMs);
    const timer = setTimeout(again, pauseMs);
    this.#resting.set(name, { place, pauseMs, timer, ...(unfolded && { unfolded }) });
    return pauseMs;
  }

  /** It worked: the next fault begins with the shortest pause again. */
  end(place: PartitionPlace): void {
    const name = nameOf(place);
    clearTimeout(this.#resting.get(name)?.timer);
    this.#resting.delete(name);
  }

  /** Forgets what is no longer this member's. */
  keepOnly(places: readonly PartitionPlace[]): void {
    const kept = new Set(places.map(nameOf));
    for (const { place } of [...this.#resting.values()]) if (!kept.has(nameOf(place))) this.end(place);
  }
}
