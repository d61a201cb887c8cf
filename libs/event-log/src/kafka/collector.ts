import { setTimeout as rest } from 'node:timers/promises';
import { bytesOf, type EventRecord } from './event-record.js';

export interface TopicRecords {
  readonly topic: string;
  readonly records: readonly EventRecord[];
}

/** One connection that sends a request at a time; resolves when every record is acknowledged by all copies. */
export interface RecordProducer {
  send(request: readonly TopicRecords[]): Promise<void>;
  close(): Promise<void>;
}

export interface CollectorOptions {
  /** Most records and bytes of one request (default 2,000 and 800,000), unless what was given at once has more. */
  readonly requestRecords?: number;
  readonly requestBytes?: number;
  /** Most bytes that may wait (default 64 MiB); what comes then is rejected with `CollectorFull`. */
  readonly waitingBytes?: number;
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
  onFault?(fault: unknown, pauseMs: number): void;
}

/** Too much waits already: give again later. */
export class CollectorFull extends Error {
  override readonly name = 'CollectorFull';
}
export class CollectorClosed extends Error {
  override readonly name = 'CollectorClosed';
}

interface Waiting extends TopicRecords {
  readonly bytes: number;
  resolve(): void;
  reject(fault: unknown): void;
}

const byTopic = (entries: readonly Waiting[]): TopicRecords[] => {
  const topics = new Map<string, EventRecord[]>();
  for (const { topic, records } of entries) {
    const held = topics.get(topic);
    if (held === undefined) topics.set(topic, [...records]);
    else for (const record of records) held.push(record);
  }
  return [...topics].map(([topic, records]) => ({ topic, records }));
};

/**
 * Puts together what is to be sent: one request is under way at a time, and what arrives meanwhile goes in the next, so
 * that a crowd costs little more than one and one alone waits for nobody. What is given at once is never split over
 * requests. A request that fails rejects its members; after a pause the next is tried on a new connection, because a
 * producer whose request failed no longer knows which number the broker expects from it.
 */
export class Collector {
  readonly #waiting: Waiting[] = [];
  #bytes = 0;
  #working: Promise<void> | undefined;
  #producer: RecordProducer | undefined;
  #pauseMs: number;
  readonly #closing = new AbortController();
  #giveUp: (fault: Error) => void = () => undefined;
  readonly #givenUp = new Promise<never>((_, reject) => (this.#giveUp = reject));

  constructor(
    private readonly connect: () => Promise<RecordProducer>,
    private readonly options: CollectorOptions = {},
  ) {
    this.#pauseMs = options.shortestPauseMs ?? 100;
    this.#givenUp.catch(() => undefined);
  }

  /** Resolves when all records are acknowledged. Order is kept among records of one key given one after the other. */
  publish(topic: string, records: readonly EventRecord[]): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.reject(new CollectorClosed('the collector is closed'));
    const bytes = bytesOf(records);
    if (this.#bytes > 0 && this.#bytes + bytes > (this.options.waitingBytes ?? 64 * 1024 * 1024))
      return Promise.reject(new CollectorFull('too much waits to be sent'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ topic, records, bytes, resolve, reject });
      this.#bytes += bytes;
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    // Whatever is given in the same turn goes in the same request.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#request(this.#take());
    this.#working = undefined;
  }

  #take(): Waiting[] {
    const { requestRecords = 2_000, requestBytes = 800_000 } = this.options;
    let [count, records, bytes] = [0, 0, 0];
    for (const one of this.#waiting) {
      if (count > 0 && (records + one.records.length > requestRecords || bytes + one.bytes > requestBytes)) break;
      [count, records, bytes] = [count + 1, records + one.records.length, bytes + one.bytes];
    }
    this.#bytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  async #request(entries: readonly Waiting[]): Promise<void> {
    try {
      if (this.#closing.signal.aborted) throw new CollectorClosed('the collector is closed');
      this.#producer ??= await this.connect();
      await Promise.race([this.#producer.send(byTopic(entries)), this.#givenUp]);
      for (const one of entries) one.resolve();
      this.#pauseMs = this.options.shortestPauseMs ?? 100;
    } catch (fault) {
      for (const one of entries) one.reject(fault);
      if (!this.#closing.signal.aborted) await this.#recover(fault);
    }
  }

  async #recover(fault: unknown): Promise<void> {
    this.options.onFault?.(fault, this.#pauseMs);
    const broken = this.#producer;
    this.#producer = undefined;
    await broken?.close().catch(() => undefined);
    await rest(this.#pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    this.#pauseMs = Math.min(this.#pauseMs * 2, this.options.longestPauseMs ?? 5_000);
  }

  /**
   * Waits for the request under way, for at most so long: a driver whose broker is away goes on trying for longer than who
   * stops can wait. What was not acknowledged is rejected and may have landed all the same.
   */
  async close(waitMs = 3_000): Promise<void> {
    this.#closing.abort();
    const patience = setTimeout(() => this.#giveUp(new CollectorClosed('not acknowledged before the end')), waitMs);
    await this.#working;
    clearTimeout(patience);
    void this.#producer?.close().catch(() => undefined);
    this.#producer = undefined;
  }
}
