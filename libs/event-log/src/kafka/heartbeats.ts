/** Says during long work that this member lives. What it is told in return is thrown between two stages of the work, never inside one. */
export class Heartbeats {
  #told: unknown;
  #heard = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly beat: () => Promise<void>,
    everyMs: number,
  ) {
    this.#timer = setInterval(() => void this.#tick(), everyMs);
  }

  async #tick(): Promise<void> {
    if (this.#heard) return;
    try {
      await this.beat();
    } catch (fault) {
      this.#heard = true;
      this.#told = fault;
    }
  }

  /** Throws what a heartbeat was told: the group is being shared out anew, or has given this member up. */
  check(): void {
    if (this.#heard) throw this.#told;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
