import { DateText, InstantText, refuse, type AnyRecordedEvent, type StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import { Type } from 'typebox';
import { cursorAfter, limitOf, pageSchema, placeOf, totalOf, type Page, type PageQuery } from './page.js';

/** An event as a reader of one stream sees it (api.md). */
const eventView = ({
  type,
  version,
  data,
  recordedAt,
  knownAt,
  actor,
  onBehalfOf,
  hash,
  prevhash,
}: AnyRecordedEvent) => ({
  type,
  version,
  happenedOn: data.happenedOn,
  recordedAt,
  knownAt,
  actor,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  data,
  hash,
  prevhash,
});

export const eventPageSchema = pageSchema(
  Type.Object({
    type: Type.String(),
    version: Type.Integer(),
    happenedOn: DateText,
    recordedAt: InstantText,
    knownAt: InstantText,
    actor: Type.String(),
    onBehalfOf: Type.Optional(Type.String({ description: 'whom the actor stood in for' })),
    data: Type.Object({}),
    hash: Type.String(),
    prevhash: Type.String(),
  }),
);

/** A page of a stream's events, as recorded; refuses `stream/not-found`. */
export const eventsOfStream = async (
  store: EventStore,
  stream: StreamName,
  query: PageQuery,
): Promise<Page<ReturnType<typeof eventView>>> => {
  const head = (await store.head(stream)) ?? refuse('stream/not-found', { stream });
  const after = Number(placeOf(`${stream}/events`, query.cursor) ?? 0);
  const events = await store.read(stream, after, limitOf(query));
  const last = events.at(-1)?.version ?? after;
  return {
    items: events.map(eventView),
    next: last < head.version ? cursorAfter(`${stream}/events`, String(last)) : null,
    total: totalOf(head.version),
  };
};
