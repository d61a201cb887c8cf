/** How often something may be done: `perSecond` in the long run, `atOnce` after a pause. */
export interface Allowance {
  readonly perSecond: number;
  readonly atOnce: number;
}

const keysKept = 10_000;

interface Level {
  left: number;
  at: number;
}

/** Token buckets, one for each key, bounded: the key that came first is forgotten for the newest. */
export class Buckets {
  readonly #levels = new Map<string, Level>();

  constructor(private readonly allowance: Allowance) {}

  /** Takes one; answers 0, or the seconds until there is one again. `now` in milliseconds. */
  take(key: string, now = performance.now()): number {
    const { perSecond, atOnce } = this.allowance;
    const level = this.#levels.get(key) ?? this.#begin(key, now);
    level.left = Math.min(atOnce, level.left + ((now - level.at) / 1000) * perSecond);
    level.at = now;
    if (level.left < 1) return Math.max(1, Math.ceil((1 - level.left) / perSecond));
    level.left -= 1;
    return 0;
  }

  #begin(key: string, now: number): Level {
    if (this.#levels.size >= keysKept) this.#levels.delete(this.#levels.keys().next().value!);
    const level = { left: this.allowance.atOnce, at: now };
    this.#levels.set(key, level);
    return level;
  }
}
