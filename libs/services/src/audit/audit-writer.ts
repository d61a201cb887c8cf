import { randomBytes } from 'node:crypto';
import type { AuditEntry, AuditRecords } from './audit-entry.js';

type Line = Omit<AuditEntry, 'id' | 'at'>;

interface Waiting {
  readonly entry: AuditEntry;
  readonly done?: { resolve(): void; reject(fault: unknown): void };
}

const gatherMs = 20;
const againMs = 1_000;
const mostWaiting = 20_000;
/** What one write takes: a store that was away is not given everything that waited in one piece. */
const mostAtOnce = 1_000;

/**
 * Brings lines to the audit, many at once. What has to be on record before it is answered waits for the disk; everything
 * else is written behind the answer, so that a command never waits for a second disk. What cannot be written is kept and
 * tried again; what is past keeping is counted.
 */
export class AuditWriter {
  readonly #process = randomBytes(4).toString('hex');
  #lines = 0;
  #queue: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Lines that could not be kept. */
  lost = 0;

  constructor(
    private readonly records: AuditRecords,
    private readonly now: () => number = Date.now,
  ) {}

  get waiting(): number {
    return this.#queue.length;
  }

  /** Written soon. */
  note(line: Line): void {
    this.#add({ entry: this.#entry(line) });
    this.#timer ??= setTimeout(() => this.#write(), gatherMs).unref();
  }

  /** On disk when it resolves. Rejects with `AuditUnavailable`. */
  keep(line: Line): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#add({ entry: this.#entry(line), done: { resolve, reject } });
      this.#write();
    });
  }

  #entry(line: Line): AuditEntry {
    const at = new Date(this.now()).toISOString();
    this.#lines += 1;
    return { id: `${at}.${this.#process}.${this.#lines.toString(36).padStart(8, '0')}`, at, ...line };
  }

  #add(waiting: Waiting): void {
    if (this.#queue.length >= mostWaiting) {
      this.lost += 1;
      waiting.done?.reject(new Error('too many lines of the audit wait for its disk'));
    } else this.#queue.push(waiting);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= Promise.resolve().then(() => this.#writeAll());
  }

  /** Is over in the same moment in which it sees that nothing waits: what comes after that begins another one. */
  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const some = this.#queue.splice(0, mostAtOnce);
      try {
        await this.records.append(some.map(({ entry }) => entry));
        for (const { done } of some) done?.resolve();
      } catch (fault) {
        const all = [...some, ...this.#queue];
        // Who waits is told; the others are tried again. What was written unanswered is written once all the same.
        const again = all.filter(({ done }) => !done);
        this.#queue = again.slice(0, mostWaiting);
        this.lost += again.length - this.#queue.length;
        this.#timer ??= setTimeout(() => this.#write(), againMs).unref();
        for (const { done } of all) done?.reject(fault);
        break;
      }
    }
    this.#writing = undefined;
  }

  /** Writes what waits; what cannot be written now is lost with the process, and said. */
  async close(): Promise<number> {
    clearTimeout(this.#timer);
    await this.#writing;
    this.#write();
    await this.#writing;
    clearTimeout(this.#timer);
    return this.#queue.length;
  }
}
