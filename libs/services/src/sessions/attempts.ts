import { Refusal, type RefusalCode } from '@masar/contracts';

/**
 * How often and how fast a name may be tried: after five failures in a row from one place, or fifty from many, each further one
 * doubles the wait, up to a minute. What failed a quarter of an hour ago is forgotten.
 */
const freeFailures = { place: 5, anywhere: 50 } as const;
const forgottenAfterMs = 15 * 60_000;
const longestWait = 60_000;
const namesWatched = 10_000;

interface Failures {
  readonly count: number;
  /** When it was counted last. */
  readonly at: number;
}

/** Before when nothing more is tried, after so many failures in a row. */
const heldUntil = (failures: Failures | undefined, free: number): number => {
  if (!failures || failures.count < free) return 0;
  return failures.at + Math.min(longestWait, 1000 * 2 ** (failures.count - free));
};

/** Who shows one thing, and from where. */
export interface Trying {
  readonly user: string;
  readonly from: string;
}

interface Keys {
  readonly place: string;
  readonly anywhere: string;
}

/** Attempts to show one thing, a password or a code: whoever fails again and again waits longer each time. */
export class Attempts {
  readonly #failures = new Map<string, Failures>();
  /** By name and place: what is being looked at now. */
  readonly #underWay = new Map<string, Set<Promise<unknown>>>();

  /** `failing`: what somebody is refused with who is not whom he says. */
  constructor(private readonly failing: ReadonlySet<RefusalCode>) {}

  /**
   * Refuses `rate/too-many` with the seconds to wait. An attempt counts as failed while it is under way, since those of one
   * moment would all find the same count; one that ends in any other way counts for nothing. Where only those under way stand
   * in the way, how they end is waited for: a program that signs in many times at once is not held for a guesser.
   */
  async of<T>({ user, from }: Trying, attempt: () => Promise<T>): Promise<T> {
    const keys = { place: `${user}\n${from}`, anywhere: user };
    // Looked at and counted in one breath: nothing comes in between the last look and the count.
    for (let other = this.#standsInTheWay(keys); other; other = this.#standsInTheWay(keys)) await other;
    const trying = this.#counted(keys, attempt);
    const underWay = this.#underWay.get(keys.place) ?? new Set();
    this.#underWay.set(keys.place, underWay.add(trying));
    try {
      return await trying;
    } finally {
      underWay.delete(trying);
      if (underWay.size === 0) this.#underWay.delete(keys.place);
    }
  }

  /** Whether one more may be tried now: else what to wait for, where something is under way. */
  #standsInTheWay(keys: Keys): Promise<unknown> | undefined {
    const now = Date.now();
    const until = Math.max(
      heldUntil(this.#failures.get(keys.place), freeFailures.place),
      heldUntil(this.#failures.get(keys.anywhere), freeFailures.anywhere),
    );
    if (until <= now) return undefined;
    const others = this.#underWay.get(keys.place);
    if (!others?.size) throw new Refusal('rate/too-many', { seconds: Math.ceil((until - now) / 1000) });
    return Promise.race([...others].map((other) => other.catch(() => undefined)));
  }

  async #counted<T>(keys: Keys, attempt: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const giveBack = [this.#count(keys.place, now), this.#count(keys.anywhere, now)];
    try {
      const shown = await attempt();
      for (const key of Object.values(keys)) this.#failures.delete(key);
      return shown;
    } catch (fault) {
      if (!(fault instanceof Refusal && this.failing.has(fault.code))) for (const undo of giveBack) undo();
      throw fault;
    }
  }

  /** Answers how it is given back: others may have failed meanwhile, and what was no failure makes nobody wait. */
  #count(key: string, now: number): () => void {
    const before = this.#failures.get(key);
    const counted = { count: before && now - before.at < forgottenAfterMs ? before.count + 1 : 1, at: now };
    this.#put(key, counted);
    return () => {
      const found = this.#failures.get(key);
      if (found === counted) this.#put(key, before);
      else if (found) this.#put(key, { ...found, count: found.count - 1 });
    };
  }

  #put(key: string, failures: Failures | undefined): void {
    this.#failures.delete(key);
    if (!failures) return;
    if (this.#failures.size >= namesWatched) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(key, failures);
  }
}
