import type { Instant } from '@masar/contracts';

/** Why a webhook is not sent to any more: told to whoever reads it. */
export const disabledReasons = ['undelivered', 'gone', 'owner', 'restored', 'address', 'secret'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

/** A stretch in which nothing got through. */
export interface Failing {
  readonly since: Instant;
  readonly attempts: number;
  readonly nextAt: Instant;
  /** What came back last: a status, or what became of the connection. Never a body. */
  readonly last: string;
}

/** Where events are sent on their own accord: to an account's own program, what that account may see. */
export interface Webhook {
  readonly id: string;
  /** Whose it is: its rights decide what is sent, at every delivery anew. */
  readonly user: string;
  /** The key it was made with: it does no more than that, and ends with it. */
  readonly key?: string;
  readonly url: string;
  /** Absent: events of every type. */
  readonly types?: readonly string[];
  /** Sealed; opened only to sign. */
  readonly secret: string;
  readonly createdAt: Instant;
  /** A place in the feed: everything before it was taken by the other side. Absent: nothing yet. */
  readonly after?: string;
  readonly deliveredAt?: Instant;
  readonly failing?: Failing;
  readonly disabled?: { readonly at: Instant; readonly reason: DisabledReason; readonly last?: string };
}

/** A webhook as it was read: written again only where nobody else has written meanwhile. */
export interface HeldWebhook {
  readonly webhook: Webhook;
  readonly revision: number;
}

/** Webhooks and how far each has come. On disk (of a server: with a majority) when a call resolves. */
export interface WebhookRecords {
  add(webhook: Webhook): Promise<void>;
  list(): Promise<readonly HeldWebhook[]>;
  one(id: string): Promise<HeldWebhook | undefined>;
  /** False when another revision is there by now, or none. */
  replace(webhook: Webhook, revision: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The records are away for the moment. 503 at the edge. */
export class WebhooksUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WebhooksUnavailable';
  }
}
