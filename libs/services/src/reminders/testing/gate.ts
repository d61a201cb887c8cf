import { setTimeout as pause } from 'node:timers/promises';

/** Lets so many pass and holds those that come after, until a spec lets more through. */
export class Gate {
  #left = 0;
  #held: (() => void)[] = [];

  /** How many are held. */
  get held(): number {
    return this.#held.length;
  }

  pass(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#left > 0) {
        this.#left -= 1;
        resolve();
      } else this.#held.push(resolve);
    });
  }

  /** Those that are held now are held for ever: whoever waited for them was killed. */
  letThrough(count: number): void {
    this.#held = [];
    this.#left = count;
  }

  /** Resolves when so many are held; rejects where that does not come about within half a minute. */
  async holds(count: number): Promise<void> {
    for (const end = performance.now() + 30_000; this.held < count; await pause(2))
      if (performance.now() > end) throw new Error(`${this.held} are held, not ${count}`);
  }
}
