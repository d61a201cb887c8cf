import type { ReadDesk } from '../reporting/http/read-desk.js';
import type { FeedAnswer, FeedAsked } from './webhook-sender.js';

type Desk = Pick<ReadDesk, 'ask' | 'now'>;

const parsed = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** The very feed that `/api/events` reads, for whoever reads it here. */
export const feedOf = (desk: Desk) => ({
  read: async (asked: FeedAsked): Promise<FeedAnswer> =>
    parsed(await desk.ask({ ask: 'feed', now: desk.now(), ...asked })),
  endOfFeed: async (): Promise<string> =>
    parsed<{ readonly next: string }>(await desk.ask({ ask: 'feed-end', now: desk.now() })).next,
  checkPlace: async (after: string): Promise<void> => {
    await desk.ask({ ask: 'feed', now: desk.now(), after, limit: 1 });
  },
});
