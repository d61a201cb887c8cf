import type { Caller } from './thread-calls.js';
import { startThread, type Thread, type ThreadPlan } from './thread.js';

const againAfterMs = 500;

/** A thread that is started again when it ends by itself; calls under way then fail, later ones wait for the new one. */
export class KeptThread {
  #thread: Thread;
  #stopped = false;

  constructor(
    private readonly plan: ThreadPlan,
    private readonly onNews: (news: unknown) => void,
    private readonly onEnded: (fault: Error) => void,
  ) {
    this.#thread = this.#begin();
  }

  #begin(): Thread {
    const thread = startThread(this.plan, this.onNews);
    void thread.ended.then((fault) => {
      if (this.#stopped || !fault) return;
      this.onEnded(fault);
      setTimeout(() => {
        if (!this.#stopped) this.#thread = this.#begin();
      }, againAfterMs);
    });
    return thread;
  }

  get ready(): Promise<void> {
    return this.#thread.ready;
  }
  get waiting(): number {
    return this.#thread.caller.waiting;
  }

  /** Calls the thread that runs now, once it is ready. */
  readonly caller: Caller = {
    call: async (name, argument) => {
      const { ready, caller } = this.#thread;
      await ready;
      return caller.call(name, argument);
    },
    waiting: 0,
    fail: (reason) => this.#thread.caller.fail(reason),
  };

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#thread.stop();
  }
}
