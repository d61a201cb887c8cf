import { isPublished, refuse, toCloudEvent, type AnyRecordedEvent, type CloudEvent } from '@masar/contracts';
import type { EventLog, LogOffset, LogPage } from '@masar/event-log';
import type { FeedQuestion } from './question.js';

export interface FeedPage {
  readonly items: readonly CloudEvent[];
  /** To be given as `after` next time; there is always one. */
  readonly next: string;
}

/** A place in the feed: commits before `offset` are read whole, and so many events of the one after them. */
interface Place {
  readonly epoch: string;
  readonly offset: LogOffset;
  readonly within: number;
}

const pageEvents = 500;
const mostPages = 20;

const writePlace = ({ epoch, offset, within }: Place): string =>
  Buffer.from(JSON.stringify([epoch, offset, within])).toString('base64url');

/** Refuses `page/cursor-invalid`, and `page/cursor-expired` when the store has been restored since: its order is another. */
const readPlace = (after: string | undefined, epoch: string): Place => {
  if (after === undefined) return { epoch, offset: 0, within: 0 };
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    read = undefined;
  }
  if (!Array.isArray(read) || typeof read[0] !== 'string' || !Number.isInteger(read[1]) || !Number.isInteger(read[2]))
    return refuse('page/cursor-invalid', {}, 'after');
  if (read[0] !== epoch) return refuse('page/cursor-expired', {}, 'after');
  return { epoch, offset: read[1] as number, within: read[2] as number };
};

interface Delivered {
  readonly offset: LogOffset;
  readonly events: readonly AnyRecordedEvent[];
}

/** The events of a page by the commit they came in. */
const deliveries = (page: LogPage): readonly Delivered[] => {
  const found: { offset: LogOffset; events: AnyRecordedEvent[] }[] = [];
  for (const { offset, event } of page.events) {
    const last = found.at(-1);
    if (last?.offset === offset) last.events.push(event);
    else found.push({ offset, events: [event] });
  }
  return found;
};

/** Published events after a place in the log, as CloudEvents; types marked internal never. Reads a bounded stretch of the log. */
export const readFeed = async (log: EventLog, { after, types, limit }: FeedQuestion): Promise<FeedPage> => {
  const epoch = await log.epoch();
  let place = readPlace(after, epoch);
  const items: CloudEvent[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await log.read(place.offset, pageEvents);
    if (page.next === place.offset) break;
    for (const { offset, events } of deliveries(page)) {
      for (const [index, event] of events.entries()) {
        if (index < place.within) continue;
        if (items.length === limit) return { items, next: writePlace({ ...place, within: index }) };
        if (isPublished(event.type) && (types === undefined || types.includes(event.type)))
          items.push(toCloudEvent(event, epoch));
      }
      place = { epoch, offset, within: 0 };
    }
    place = { epoch, offset: page.next, within: 0 };
  }
  return { items, next: writePlace(place) };
};
