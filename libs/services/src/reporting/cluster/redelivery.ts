import { setTimeout as rest } from 'node:timers/promises';
import type { StreamName } from '@masar/contracts';
import type { EventStore, PendingCommits } from '@masar/event-store';
import type { History } from '@masar/read-models';
import type { EventIntake } from '../delivery/event-intake.js';
import type { Redelivery } from '../projector/ports.js';

const lookEveryMs = 100;
const patienceMs = 15_000;

/**
 * A stream comes once more by the way of every event: its commits are marked in the truth, the relay publishes them, a
 * member of the group keeps them.
 */
export class RelayedAgain implements Redelivery {
  constructor(
    private readonly store: EventStore & { readonly pending: PendingCommits },
    private readonly history: History,
    private readonly intake: EventIntake,
  ) {}

  /** Answers the version of the newest event that is to come. */
  async again(stream: StreamName): Promise<number> {
    for (let after: string | undefined; ;) {
      const { next } = await this.store.pending.markAgain(stream, after);
      if (next === undefined) return (await this.store.head(stream))?.version ?? 0;
      after = next;
    }
  }

  /** Waits until everything of the stream is kept again; gives up waiting, not the delivery, after fifteen seconds. */
  async anew(stream: StreamName): Promise<number> {
    await this.intake.forget(stream);
    const version = await this.again(stream);
    for (const end = performance.now() + patienceMs; performance.now() < end;) {
      const [newest] = await this.history.readSpans([{ stream, from: 1, to: version }]);
      if (newest!.length === version) return version;
      await rest(lookEveryMs);
    }
    return version;
  }
}
