import type { Actor } from '@masar/access';
import type { ChangeItem, Instant } from '@masar/contracts';
import type { LiveAnswer, LivePlace, LiveQuestion, Question } from '../queries/question.js';

/** One open connection. `write` answers false when it takes no more until `drained` is called. */
export interface LiveReader {
  write(text: string): boolean;
  end(): void;
}

/** Who listens, asked again and again: nobody any more when the session has ended. */
export type Listener = () => Actor | undefined | Promise<Actor | undefined>;

interface Subscription {
  readonly reader: LiveReader;
  readonly listener: Listener;
  /** As it was last known. */
  actor: Actor;
  /** A reader is sent what was told after this: a place, or the id of the last change it has. */
  last: LivePlace | string;
  isFull: boolean;
}

export interface LiveSource {
  ask(question: Question): Promise<Uint8Array>;
  now(): Instant;
  onChanged(listener: () => void): () => void;
}

const mostReaders = 200;
const pageChanges = 500;
const heartbeatMs = 15_000;
/** How often it is asked whether a session that listens still stands. */
const watchMs = 1_000;

/** A change as an event of an event stream; its id is what a browser sends back as Last-Event-ID. */
export const eventText = (change: ChangeItem): string =>
  `id: ${change.id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;

/**
 * Sends each change to everybody who listens, once, in the order it was written. A line that is cut is taken up again after the last
 * id the reader has; a reader too slow for the lines is sent the rest when it takes more, from the stored changes.
 */
export class LiveLines {
  readonly #subscriptions = new Set<Subscription>();
  readonly #stopListening: () => void;
  #heartbeat: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();
  #isQueued = false;

  constructor(private readonly source: LiveSource) {
    this.#stopListening = source.onChanged(() => this.#send());
  }

  get readers(): number {
    return this.#subscriptions.size;
  }

  /**
   * Undefined when there are too many already. Without `lastId`: every change told after this call. The place is known before it
   * answers, so that nothing is missed between a line that is open and its first look. Fails when no reader can be asked.
   */
  async subscribe(
    reader: LiveReader,
    listener: Listener,
    lastId?: string,
  ): Promise<{ drained(): void; leave(): void } | undefined> {
    const actor = await listener();
    if (!actor || this.#subscriptions.size >= mostReaders) return undefined;
    const last = lastId ?? (await this.#look(actor, {})).place;
    if (this.#subscriptions.size >= mostReaders) return undefined;
    const subscription: Subscription = { reader, listener, actor, last, isFull: false };
    this.#subscriptions.add(subscription);
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeatMs).unref();
    this.#watch ??= setInterval(() => void this.#lookAround(), watchMs).unref();
    this.#send();
    return {
      drained: () => {
        subscription.isFull = false;
        this.#send();
      },
      leave: () => {
        this.#subscriptions.delete(subscription);
        if (this.#subscriptions.size === 0) this.#rest();
      },
    };
  }

  #rest(): void {
    clearInterval(this.#heartbeat);
    clearInterval(this.#watch);
    this.#heartbeat = this.#watch = undefined;
  }

  /** Ends the lines of sessions that have ended; one that nobody could ask about goes on. */
  async #lookAround(): Promise<void> {
    for (const subscription of [...this.#subscriptions]) {
      const before = subscription.actor;
      const actor = await Promise.resolve(subscription.listener()).catch(() => before);
      if (actor) subscription.actor = actor;
      else {
        this.#subscriptions.delete(subscription);
        subscription.reader.end();
      }
    }
    if (this.#subscriptions.size === 0) this.#rest();
  }

  #beat(): void {
    for (const { reader, isFull } of this.#subscriptions) if (!isFull) reader.write(': still here\n\n');
  }

  /** One sending at a time; what is asked for meanwhile is one more. */
  #send(): void {
    if (this.#isQueued || this.#subscriptions.size === 0) return;
    this.#isQueued = true;
    this.#sending = this.#sending.then(async () => {
      this.#isQueued = false;
      try {
        await this.#sendAll();
      } catch {
        // The readers' thread is away: what was missed is sent with the next change.
      }
    });
  }

  /** Readers at the same place, with the same rights, share one look at the stored changes. */
  async #sendAll(): Promise<void> {
    await this.#lookAround();
    const byPlace = new Map<string, Subscription[]>();
    for (const subscription of this.#subscriptions) {
      const place = JSON.stringify([subscription.last, subscription.actor]);
      if (!subscription.isFull) byPlace.set(place, [...(byPlace.get(place) ?? []), subscription]);
    }
    for (const subscriptions of byPlace.values()) {
      const { last, actor } = subscriptions[0]!;
      const answer = await this.#look(actor, { after: last });
      for (const subscription of subscriptions) this.#deliver(subscription, answer);
      // There may be more behind a full page, and behind the end of documents that were built anew.
      const isLevel = typeof last === 'object' && JSON.stringify(last) === JSON.stringify(answer.place);
      if (!isLevel) this.#send();
    }
  }

  async #look(reader: Actor, after: Pick<LiveQuestion, 'after'>): Promise<LiveAnswer> {
    const now = this.source.now();
    const bytes = await this.source.ask({ ask: 'live', now, limit: pageChanges, reader, ...after });
    return JSON.parse(new TextDecoder().decode(bytes)) as LiveAnswer;
  }

  #deliver(subscription: Subscription, { changes, place }: LiveAnswer): void {
    for (const change of changes) {
      if (subscription.isFull || !this.#subscriptions.has(subscription)) return;
      subscription.isFull = !subscription.reader.write(eventText(change));
      subscription.last = change.id;
    }
    if (!subscription.isFull) subscription.last = place;
  }

  close(): void {
    this.#stopListening();
    this.#rest();
    for (const { reader } of this.#subscriptions) reader.end();
    this.#subscriptions.clear();
  }
}
