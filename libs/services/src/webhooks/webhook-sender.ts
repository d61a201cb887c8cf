import { createHash } from 'node:crypto';
import { mayAsk } from '@masar/access';
import { Refusal, type Actor, type CloudEvent } from '@masar/contracts';
import { AddressRefused } from './public-address.js';
import type { Sending } from './post-events.js';
import type { TakeBox } from '../sealing/box-file.js';
import { NotOpened } from '../sealing/secret-box.js';
import type { DisabledReason, HeldWebhook, Webhook, WebhookRecords } from './webhook.js';

export interface FeedAsked {
  readonly after?: string;
  readonly types?: readonly string[];
  readonly limit: number;
  readonly reader: Actor;
}
export interface FeedAnswer {
  readonly items: readonly CloudEvent[];
  readonly next: string;
}

export interface Sender {
  readonly records: WebhookRecords;
  readonly secrets: TakeBox;
  /** The feed as a reader sees it. */
  readonly feed: (asked: FeedAsked) => Promise<FeedAnswer>;
  /**
   * What whoever owns it may do, by what was read last or read `anew`; undefined for an account that is gone, disabled, or
   * whose key has ended.
   */
  readonly ownerOf: (webhook: Webhook, anew: boolean) => Promise<Actor | undefined>;
  readonly post: (sending: Sending) => Promise<number>;
  /** Hears what kept one webhook from its turn that is no fault of the other side. */
  readonly onFault?: (webhook: string, fault: unknown) => void;
  /** Milliseconds. */
  readonly now?: () => number;
}

const eventsAtOnce = 100;
const batchesAtOnce = 20;
const shortestPauseMs = 1_000;
const longestPauseMs = 60 * 60_000;
/** How long one batch is tried before its webhook is disabled. */
const patienceMs = 24 * 60 * 60_000;
const webhooksAtOnce = 10;
/** After so long one webhook begins no further batch of a turn: a slow receiver leaves room for the others. */
const longestTurnMs = 5_000;
/** How long one whose events could not be read, or whose progress could not be written, is left alone. */
const restMs = 5_000;

/** Whoever could not ask for the events himself, or keep a webhook, is sent none: rights end for what was made by them, too. */
const isEntitled = (owner: Actor): boolean => mayAsk(owner, 'webhook.keep') && mayAsk(owner, 'events.read');

const instant = (at: number) => new Date(at).toISOString();
const without = <K extends keyof Webhook>(webhook: Webhook, ...fields: readonly K[]): Webhook =>
  Object.fromEntries(Object.entries(webhook).filter(([name]) => !fields.includes(name as K))) as unknown as Webhook;

/** What became of it, in words for whoever owns it: a status, or the connection's own code. */
const toldOf = (fault: unknown): string => {
  const { code, name, message } = fault as { code?: unknown; name?: string; message?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : String(code ?? message ?? fault);
};

/**
 * Sends each webhook what its owner may see, in order, a batch at a time; how far it has come is on disk before the next one.
 * So after a crash a batch may come twice, and none is left out. What fails is tried again, each time later, up to an hour;
 * what has failed for a day disables its webhook, visibly.
 */
export class WebhookSender {
  /** Places looked past without a thing to send: not worth a write each. */
  readonly #ahead = new Map<string, { readonly from: string | undefined; readonly next: string }>();
  /** Until when one is left alone after a fault of this side. */
  readonly #resting = new Map<string, number>();

  constructor(private readonly sender: Sender) {}

  #now(): number {
    return (this.sender.now ?? Date.now)();
  }

  /** One turn for each webhook that is due; answers whether any has more to send. */
  async turn(isStopped: () => boolean = () => false): Promise<boolean> {
    const due = (await this.sender.records.list()).filter(({ webhook }) => this.#isDue(webhook));
    let more = false;
    const sendNext = async () => {
      for (let held = due.shift(); held && !isStopped(); held = due.shift())
        more = (await this.#settled(held, isStopped)) || more;
    };
    await Promise.all(Array.from({ length: webhooksAtOnce }, sendNext));
    return more;
  }

  #isDue({ id, disabled, failing }: Webhook): boolean {
    const now = this.#now();
    return !disabled && (!failing || Date.parse(failing.nextAt) <= now) && (this.#resting.get(id) ?? 0) <= now;
  }

  /** What goes wrong on this side with one webhook (its events, its record) is told, and keeps no other from its turn. */
  async #settled(held: HeldWebhook, isStopped: () => boolean): Promise<boolean> {
    const { id } = held.webhook;
    this.#resting.delete(id);
    try {
      return await this.#sendSome(held, isStopped);
    } catch (fault) {
      this.#resting.set(id, this.#now() + restMs);
      this.sender.onFault?.(id, fault);
      return false;
    }
  }

  /** Some batches of one webhook, one after the other; true when it has more. */
  async #sendSome(held: HeldWebhook, isStopped: () => boolean): Promise<boolean> {
    let current: HeldWebhook | undefined = held;
    const until = this.#now() + longestTurnMs;
    for (let batches = 0; batches < batchesAtOnce && current && this.#now() < until && !isStopped(); batches += 1)
      current = await this.#sendBatch(current);
    return current !== undefined;
  }

  /** The webhook as it is after a batch that was taken; undefined when there was none, it failed, or somebody changed it. */
  async #sendBatch({ webhook, revision }: HeldWebhook): Promise<HeldWebhook | undefined> {
    const reader = await this.#owner(webhook);
    if (!reader) return this.#disable(webhook, revision, 'owner');
    const page = await this.#read(webhook, revision, reader);
    if (!page) return undefined;
    if (page.items.length === 0) {
      this.#ahead.set(webhook.id, { from: webhook.after, next: page.next });
      return undefined;
    }
    const secret = this.#secretOf(webhook);
    if (secret === undefined) return this.#disable(webhook, revision, 'secret');
    const status = await this.#post(webhook, secret, page.items).catch((fault: unknown) => fault);
    if (typeof status === 'number' && status >= 200 && status < 300) {
      const next = { ...without(webhook, 'failing'), after: page.next, deliveredAt: instant(this.#now()) };
      return (await this.sender.records.replace(next, revision))
        ? { webhook: next, revision: revision + 1 }
        : undefined;
    }
    if (status === 410) return this.#disable(webhook, revision, 'gone', '410');
    if (status instanceof AddressRefused) return this.#disable(webhook, revision, 'address', status.host);
    return this.#failed(webhook, revision, typeof status === 'number' ? String(status) : toldOf(status));
  }

  /** Accounts made or changed elsewhere a moment ago are read once more before anybody is found wanting. */
  async #owner(webhook: Webhook): Promise<Actor | undefined> {
    for (const anew of [false, true]) {
      const owner = await this.sender.ownerOf(webhook, anew);
      if (owner && isEntitled(owner)) return owner;
    }
    return undefined;
  }

  /** Undefined where the keys at hand do not open it: unsigned nothing is sent. */
  #secretOf({ id, secret }: Webhook): string | undefined {
    try {
      return this.sender.secrets().open(secret, id);
    } catch (fault) {
      if (fault instanceof NotOpened) return undefined;
      throw fault;
    }
  }

  async #read(webhook: Webhook, revision: number, reader: Actor): Promise<FeedAnswer | undefined> {
    const ahead = this.#ahead.get(webhook.id);
    const after = ahead && ahead.from === webhook.after ? ahead.next : webhook.after;
    const { types } = webhook;
    const asked = {
      limit: eventsAtOnce,
      reader,
      ...(after === undefined ? {} : { after }),
      ...(types ? { types } : {}),
    };
    try {
      return await this.sender.feed(asked);
    } catch (fault) {
      if (!(fault instanceof Refusal) || !fault.code.startsWith('page/cursor')) throw fault;
      // The store was restored since: its order is another one, and only its owner knows what was missed.
      return this.#disable(webhook, revision, 'restored');
    }
  }

  async #post(webhook: Webhook, secret: string, items: readonly CloudEvent[]): Promise<number> {
    const body = JSON.stringify(items);
    return this.sender.post({
      url: webhook.url,
      webhook: webhook.id,
      delivery: createHash('sha256')
        .update(`${webhook.id}\n${items[0]!.id}\n${items.length}`)
        .digest('hex')
        .slice(0, 32),
      attempt: (webhook.failing?.attempts ?? 0) + 1,
      secret,
      body,
      at: Math.floor(this.#now() / 1000),
    });
  }

  async #disable(webhook: Webhook, revision: number, reason: DisabledReason, last?: string): Promise<undefined> {
    const disabled = { at: instant(this.#now()), reason, ...(last === undefined ? {} : { last }) };
    await this.sender.records.replace({ ...without(webhook, 'failing'), disabled }, revision);
  }

  async #failed(webhook: Webhook, revision: number, last: string): Promise<undefined> {
    const now = this.#now();
    const attempts = (webhook.failing?.attempts ?? 0) + 1;
    const since = webhook.failing?.since ?? instant(now);
    if (now - Date.parse(since) >= patienceMs) return this.#disable(webhook, revision, 'undelivered', last);
    const pause = Math.min(shortestPauseMs * 2 ** (attempts - 1), longestPauseMs);
    // Never past the end of patience: the last try is made when it runs out.
    const nextAt = instant(Math.min(now + pause, Date.parse(since) + patienceMs));
    await this.sender.records.replace({ ...webhook, failing: { since, attempts, nextAt, last } }, revision);
  }
}
