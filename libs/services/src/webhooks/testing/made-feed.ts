import type { CloudEvent } from '@masar/contracts';
import type { FeedAnswer, FeedAsked } from '../webhook-sender.js';

const eventOf = (version: number): CloudEvent =>
  ({ id: `projects/P-1@${version}`, type: 'note.added.v1', data: {} }) as unknown as CloudEvent;

/** A feed of so many events, whose places are numbers. */
export const madeFeed =
  (length: number) =>
  async ({ after = '0', limit }: FeedAsked): Promise<FeedAnswer> => {
    const from = Number(after);
    const count = Math.max(0, Math.min(limit, length - from));
    return { items: Array.from({ length: count }, (_, n) => eventOf(from + n + 1)), next: String(from + count) };
  };
