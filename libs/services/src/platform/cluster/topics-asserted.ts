import { TopicFault, type EventBroker } from '@masar/event-log';

export interface TopicsAssertedOptions {
  /** Told of each attempt that failed. */
  readonly onFault?: (fault: unknown) => void;
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
  /** Topics that are not as they must be do not heal by themselves: looked at again after so long, in case somebody mended them. */
  readonly mendedAfterMs?: number;
}

/** Looks at the topics until they are as they must be, once: what becomes of the broker afterwards never hinders a command. */
export class TopicsAsserted {
  #fault: string | undefined = 'topics have not been looked at yet';
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly broker: Pick<EventBroker, 'assertTopics'>,
    private readonly options: TopicsAssertedOptions = {},
  ) {}

  /** Why the topics cannot be used yet; undefined from the first time on that they could. */
  fault(): string | undefined {
    return this.#fault;
  }

  /** True when they are as they must be, false when it was stopped before. */
  async asserted(): Promise<boolean> {
    const { onFault, shortestPauseMs = 200, longestPauseMs = 5_000, mendedAfterMs = 30_000 } = this.options;
    for (let pauseMs = shortestPauseMs; !this.#stopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await this.broker.assertTopics();
        this.#fault = undefined;
        return true;
      } catch (fault) {
        this.#fault = fault instanceof Error ? fault.message : String(fault);
        if (!this.#stopped) onFault?.(fault);
        await this.#pause(fault instanceof TopicFault ? mendedAfterMs : pauseMs);
      }
    }
    return false;
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
