import { randomBytes } from 'node:crypto';
import { can, type Actor } from '@masar/access';
import { refuse } from '@masar/contracts';
import { AddressRefused, requireCallable, type AllowedNetworks } from './public-address.js';
import type { TakeBox } from '../sealing/box-file.js';
import type { HeldWebhook, Webhook, WebhookRecords } from './webhook.js';

export interface WantedWebhook {
  readonly url: string;
  readonly types?: readonly string[];
  readonly secret: string;
  readonly after?: string;
}

export interface WebhookRoom {
  readonly records: WebhookRecords;
  /** Absent where no key is set. */
  readonly secrets: TakeBox | undefined;
  readonly networks: AllowedNetworks;
  /** The end of the feed now. */
  readonly endOfFeed: () => Promise<string>;
  /** Refuses `page/cursor-invalid` or `page/cursor-expired`. */
  readonly checkPlace: (after: string) => Promise<void>;
}

const mostOfOne = 20;
const rewrites = 5;
const reads = 'events.read' as const;

const isAdministrator = ({ roles }: Actor): boolean => roles.includes('administrator');

/** Webhooks as their owners keep them. What is another's is as an id that does not exist, but for administrators. */
export class Webhooks {
  constructor(private readonly room: WebhookRoom) {}

  async list(actor: Actor): Promise<readonly Webhook[]> {
    const all = (await this.room.records.list()).map(({ webhook }) => webhook);
    return isAdministrator(actor) ? all : all.filter(({ user }) => user === actor.user);
  }

  async one(actor: Actor, id: string): Promise<Webhook> {
    return (await this.#held(actor, id)).webhook;
  }

  async #held(actor: Actor, id: string): Promise<HeldWebhook> {
    const held = await this.room.records.one(id);
    const isTheirs = held && (isAdministrator(actor) || held.webhook.user === actor.user);
    return isTheirs ? held : refuse('webhook/unknown', { webhook: id });
  }

  /** From the end of the feed on, unless it is told where to begin. */
  async make(actor: Actor, wanted: WantedWebhook, key?: string): Promise<Webhook> {
    const { secrets, records } = this.room;
    if (!secrets) return refuse('webhook/no-key');
    // Who may not read events is told of none.
    const decision = can(actor, reads, {});
    if (!decision.allowed) return refuse(decision.code, { action: reads, grounds: decision.grounds });
    this.#requireCallable(wanted.url);
    if (wanted.after !== undefined) await this.room.checkPlace(wanted.after);
    const own = (await records.list()).filter(({ webhook }) => webhook.user === actor.user);
    if (own.length >= mostOfOne) return refuse('webhook/too-many', { limit: mostOfOne });
    const id = `hook-${randomBytes(8).toString('hex')}`;
    const webhook: Webhook = {
      id,
      user: actor.user,
      ...(key === undefined ? {} : { key }),
      url: wanted.url,
      ...(wanted.types === undefined ? {} : { types: wanted.types }),
      secret: secrets().seal(wanted.secret, id),
      createdAt: new Date().toISOString(),
      after: wanted.after ?? (await this.room.endOfFeed()),
    };
    await records.add(webhook);
    return webhook;
  }

  #requireCallable(url: string): void {
    try {
      requireCallable(url, this.room.networks);
    } catch (fault) {
      if (fault instanceof AddressRefused) refuse('webhook/address', {}, 'url');
      throw fault;
    }
  }

  /** Sent to again, from where it had come. */
  enable(actor: Actor, id: string): Promise<Webhook> {
    return this.#change(actor, id, ({ disabled: _disabled, failing: _failing, ...webhook }) => webhook);
  }

  /** Sent to again from a place in the feed, absent: from the first event; also what it had taken already. */
  async replay(actor: Actor, id: string, after: string | undefined): Promise<Webhook> {
    if (after !== undefined) await this.room.checkPlace(after);
    return this.#change(actor, id, ({ disabled: _disabled, failing: _failing, after: _after, ...webhook }) => ({
      ...webhook,
      ...(after === undefined ? {} : { after }),
    }));
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.#held(actor, id);
    await this.room.records.remove(id);
  }

  /** The sender may be writing how far it has come: what is changed is changed on what it wrote last. */
  async #change(actor: Actor, id: string, change: (webhook: Webhook) => Webhook): Promise<Webhook> {
    for (let tries = 0; tries < rewrites; tries += 1) {
      const { webhook, revision } = await this.#held(actor, id);
      const next = change(webhook);
      if (await this.room.records.replace(next, revision)) return next;
    }
    return refuse('service/not-ready');
  }
}
