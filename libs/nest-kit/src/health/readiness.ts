/** What a check answers: nothing when all is well, else what is wrong in a few words. */
export type ReadinessCheck = () => string | undefined | Promise<string | undefined>;

/** Whether the process may be given work: every registered check says so, it has started, and it is not stopping. */
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();
  readonly #notes = new Map<string, () => string | undefined>();
  #phase: 'starting' | 'started' | 'stopping' = 'starting';

  register(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** Something worth knowing that takes no work from the process; undefined while all is well. */
  note(name: string, look: () => string | undefined): void {
    this.#notes.set(name, look);
  }

  /** What is worth knowing now, by name. */
  notes(): Record<string, string> {
    const told = [...this.#notes].map(([name, look]) => [name, look()] as const);
    return Object.fromEntries(told.filter((one): one is [string, string] => one[1] !== undefined));
  }

  started(): void {
    this.#phase = 'started';
  }

  stopping(): void {
    this.#phase = 'stopping';
  }

  get isStarted(): boolean {
    return this.#phase === 'started';
  }

  get isStopping(): boolean {
    return this.#phase === 'stopping';
  }

  /** For a process that serves itself without listening: begins, and waits until nothing is at fault. Rejects after `milliseconds`. */
  async whenReady(milliseconds: number): Promise<void> {
    this.started();
    for (let waited = 0; ; waited += 20) {
      const faults = await this.faults();
      if (Object.keys(faults).length === 0) return;
      if (waited >= milliseconds) throw new Error(`not ready after ${milliseconds} ms: ${JSON.stringify(faults)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What is wrong, by name of check; empty when ready. */
  async faults(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    if (this.#phase !== 'started') found['process'] = this.#phase;
    for (const [name, check] of this.#checks) {
      try {
        const fault = await check();
        if (fault !== undefined) found[name] = fault;
      } catch (error) {
        found[name] = error instanceof Error ? error.message : String(error);
      }
    }
    return found;
  }
}
