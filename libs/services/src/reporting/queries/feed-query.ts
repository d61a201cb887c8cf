import { isPublished, refuse, toCloudEvent, type AnyRecordedEvent, type CloudEvent } from '@masar/contracts';
import type { EventLog, LogOffset, LogPage } from '@masar/event-log';
import type { Actor } from '@masar/access';
import type { FeedQuestion, Question } from './question.js';
import { mayRead } from './readable-collections.js';
import type { Views } from './view.js';

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

interface Seen {
  readonly isSeen: (event: AnyRecordedEvent) => boolean;
  /** Up to where it is known who may see what: a reader who may not see all is told nothing beyond. */
  readonly folded: LogOffset;
}

const seenBy = async (views: Views, reader: Actor | undefined): Promise<Seen> => {
  if (!reader || reader.onlyAccount) return { isSeen: () => true, folded: Infinity };
  const { hidden, state } = await views.open(reader);
  return { isSeen: ({ stream }) => !hidden.has(stream) && mayRead(reader, stream), folded: state.offset };
};

/** Published events after a place in the log, as CloudEvents; types marked internal never. Reads a bounded stretch of the log. */
export const readFeed = async (
  views: Views,
  log: EventLog,
  { after, types, limit, reader }: Question & FeedQuestion,
): Promise<FeedPage> => {
  const epoch = await log.epoch();
  const { isSeen, folded } = await seenBy(views, reader);
  let place = readPlace(after, epoch);
  const items: CloudEvent[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await log.read(place.offset, pageEvents);
    if (page.next === place.offset) break;
    for (const { offset, events } of deliveries(page)) {
      if (offset > folded) return { items, next: writePlace(place) };
      for (const [index, event] of events.entries()) {
        if (index < place.within) continue;
        if (items.length === limit) return { items, next: writePlace({ ...place, within: index }) };
        if (isSeen(event) && isPublished(event.type) && (types === undefined || types.includes(event.type)))
          items.push(toCloudEvent(event, epoch));
      }
      place = { epoch, offset, within: 0 };
    }
    if (page.next > folded) break;
    place = { epoch, offset: page.next, within: 0 };
  }
  return { items, next: writePlace(place) };
};

/** The place after everything that is folded by now. */
export const endOfFeed = async (views: Views, log: EventLog): Promise<Pick<FeedPage, 'next'>> => {
  const { state } = await views.open(undefined);
  return { next: writePlace({ epoch: await log.epoch(), offset: state.offset, within: 0 }) };
};
