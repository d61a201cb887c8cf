import type { StreamName } from '@masar/contracts';

/** How a read that asked for a position found reporting. `missing`: events of the stream not yet folded. */
export interface Reached {
  readonly state: 'level' | 'behind' | 'parked';
  readonly missing: number;
}

interface Waiter {
  readonly version: number;
  readonly look: () => void;
}

/** Reads that wait until a stream is folded up to a version; bounded. */
export class Waiters {
  readonly #byStream = new Map<StreamName, Set<Waiter>>();
  #count = 0;

  constructor(private readonly most = 10_000) {}

  /** Looks at once, then each time the stream is folded, until it is level or parked or the time is over. */
  async wait(stream: StreamName, version: number, waitMs: number, look: () => Promise<Reached>): Promise<Reached> {
    const first = await look();
    if (first.state !== 'behind' || waitMs <= 0 || this.#count >= this.most) return first;
    return new Promise((resolve, reject) => {
      const waiters = this.#byStream.get(stream) ?? new Set();
      this.#byStream.set(stream, waiters);
      this.#count += 1;
      const leave = () => {
        clearTimeout(timer);
        if (waiters.delete(waiter)) this.#count -= 1;
        if (waiters.size === 0) this.#byStream.delete(stream);
      };
      const finish = (last: boolean) =>
        look().then(
          (reached) => {
            if (!last && reached.state === 'behind') return;
            leave();
            resolve(reached);
          },
          (fault: unknown) => (leave(), reject(fault instanceof Error ? fault : new Error(String(fault)))),
        );
      const timer = setTimeout(() => void finish(true), waitMs);
      const waiter: Waiter = { version, look: () => void finish(false) };
      waiters.add(waiter);
      // It may have been folded between the first look and now.
      waiter.look();
    });
  }

  applied(streams: Iterable<StreamName>): void {
    for (const stream of streams) for (const waiter of this.#byStream.get(stream) ?? []) waiter.look();
  }
}
