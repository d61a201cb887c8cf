import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { EventLog, LogPage } from '@masar/event-log';

/** A log held in memory, of whatever a rehearsal delivers: in any order, twice, or with events left out. */
export class ArrayLog implements EventLog {
  readonly #delivered: AnyRecordedEvent[] = [];
  readonly #listeners = new Set<() => void>();
  /** Where `republish` finds whole streams; default: what was delivered. */
  truth: readonly AnyRecordedEvent[] | undefined;
  /** Set: every read fails as if storage were away. */
  fault: Error | undefined;
  named = 'epoch-1';

  deliver(...events: readonly AnyRecordedEvent[]): void {
    this.#delivered.push(...events);
    for (const listener of this.#listeners) listener();
  }

  /** Another history, from its beginning. */
  restore(epoch: string): void {
    this.#delivered.length = 0;
    this.named = epoch;
  }

  async epoch(): Promise<string> {
    return this.named;
  }

  async read(offset: number, limit: number): Promise<LogPage> {
    if (this.fault) throw this.fault;
    const events = this.#delivered
      .slice(offset, offset + limit)
      .map((event, index) => ({ offset: offset + index + 1, event }));
    return { events, broken: [], next: offset + events.length };
  }

  async end(): Promise<number> {
    return this.#delivered.length;
  }

  async readStream(stream: StreamName, after: number, limit: number): Promise<LogPage> {
    const all = (this.truth ?? this.#delivered).filter((event) => event.stream === stream && event.version > after);
    const events = all.slice(0, limit).map((event, index) => ({ offset: index + 1, event }));
    return { events, broken: [], next: events.length };
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
