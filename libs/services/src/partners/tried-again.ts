const pauses = { shortestMs: 1_000, longestMs: 60_000 };

/**
 * What is to be done, and when: what failed comes up again by itself, after a pause of its own that doubles with each fault in
 * a row. One that fails for long holds up no other, and one that succeeds hurries no other.
 */
export class TriedAgain<Thing> {
  readonly #dueAt = new Map<Thing, number>();
  /** Of what failed last time: the pause after the next fault. */
  readonly #pauseMs = new Map<Thing, number>();

  constructor(
    private readonly pause: typeof pauses = pauses,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Due at once, also where it waits. */
  add(thing: Thing): void {
    this.#dueAt.set(thing, this.now());
  }

  /** Takes what is due, oldest first. What is added again meanwhile comes up once more. */
  take(): readonly Thing[] {
    const now = this.now();
    const due = [...this.#dueAt].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
    for (const [thing] of due) this.#dueAt.delete(thing);
    return due.map(([thing]) => thing);
  }

  done(thing: Thing): void {
    this.#pauseMs.delete(thing);
  }

  failed(thing: Thing): void {
    const pauseMs = this.#pauseMs.get(thing) ?? this.pause.shortestMs;
    this.#pauseMs.set(thing, Math.min(pauseMs * 2, this.pause.longestMs));
    this.#dueAt.set(thing, this.now() + pauseMs);
  }

  /** How long until something is due; undefined where nothing is left. */
  inMs(): number | undefined {
    const next = [...this.#dueAt.values()].reduce((a, b) => Math.min(a, b), Infinity);
    return next === Infinity ? undefined : Math.max(0, next - this.now());
  }
}
