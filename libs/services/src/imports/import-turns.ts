import { randomUUID } from 'node:crypto';
import type { Leases } from '@masar/event-store';

const leaseName = 'imports';

export interface ImportTurnsOptions {
  /** How long a turn outlives a process that was killed (default 15,000). */
  readonly leaseMs?: number;
  /** How often to ask while it is another's turn (default 300). */
  readonly askMs?: number;
}

/**
 * One import writes at a time, whichever process was given it: what one plans on, another must not be changing, and one that
 * was cut short is taken up by one alone. A lease over the shared truth; where a process has the truth for itself there are no
 * turns to take. Should a turn be lost while its import writes, the streams' versions and the ids of its commands keep it from
 * being recorded twice.
 */
export class ImportTurns {
  readonly #holder = randomUUID();

  constructor(
    private readonly leases: Leases | undefined,
    private readonly options: ImportTurnsOptions = {},
  ) {}

  /** Waits for the turn, keeps it while it works, and gives it back. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const { leases } = this;
    if (!leases) return work();
    const { leaseMs = 15_000, askMs = 300 } = this.options;
    while (!(await leases.take(leaseName, this.#holder, leaseMs)))
      await new Promise((resolve) => setTimeout(resolve, askMs));
    const renewing = setInterval(
      () => void leases.take(leaseName, this.#holder, leaseMs).catch(() => undefined),
      leaseMs / 3,
    );
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      // One that could not be given back runs out by itself.
      await leases.end(leaseName, this.#holder).catch(() => undefined);
    }
  }
}
