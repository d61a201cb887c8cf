import { randomUUID } from 'node:crypto';
import type { Leases } from '@masar/event-store';

const hour = 60 * 60_000;
/** The hour's turn is kept for most of the hour: the others, whose hours began at other minutes, pass theirs over. */
const turn = hour - 5 * 60_000;

export interface HourlyTask {
  /** Of the lease: those who do the same work share it. */
  readonly name: string;
  /** Absent where the store is this process's own. */
  readonly leases: Leases | undefined;
  readonly work: () => Promise<void>;
  /** Hears of work that failed; it is tried again an hour later. */
  readonly onFault: (fault: unknown) => void;
}

/** Work that is done once an hour by one process of all, whichever takes the hour's turn first. */
export class HourlyWork {
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly task: HourlyTask) {}

  begin(): void {
    this.#timer = setInterval(() => (this.#running = this.turn()), hour).unref();
  }

  /** The work of this hour, where it is this process's turn. Never rejects. */
  async turn(): Promise<void> {
    const { name, leases, work, onFault } = this.task;
    try {
      if (!leases || (await leases.take(name, this.#holder, turn))) await work();
    } catch (fault) {
      onFault(fault);
    }
  }

  /** Resolves when what is under way is done. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
