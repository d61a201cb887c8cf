import { internalEventTypes } from '../events/catalogue.js';
import type { AnyRecordedEvent } from './recorded-event.js';

/** CloudEvents 1.0, structured JSON, with the extensions of the published language (names in lower case, as CloudEvents asks). */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** `<stream>@<version>`: unique for life together with `source`. */
  readonly id: string;
  /** `milestone.reached.v1`. */
  readonly type: string;
  /** The service that recorded it: `/projects`. */
  readonly source: string;
  /** The stream. */
  readonly subject: string;
  /** When the store learned it. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly streamversion: number;
  readonly partitionkey: string;
  readonly hash: string;
  readonly prevhash: string;
  /** Of the store: renewed by a restore. */
  readonly epoch: string;
  readonly actor: string;
  readonly onbehalfof?: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly knownat: string;
  readonly data: AnyRecordedEvent['data'];
}

/** Whether a type may leave the programme: types marked internal stay inside. */
export const isPublished = (type: string): boolean => !internalEventTypes.has(type);

/** A recorded event as a CloudEvent. `epoch` is the store's. */
export const toCloudEvent = (event: AnyRecordedEvent, epoch: string): CloudEvent => ({
  specversion: '1.0',
  id: `${event.stream}@${event.version}`,
  type: event.type,
  source: event.source,
  subject: event.stream,
  time: event.recordedAt,
  datacontenttype: 'application/json',
  streamversion: event.version,
  partitionkey: event.partitionKey,
  hash: event.hash,
  prevhash: event.prevhash,
  epoch,
  actor: event.actor,
  ...(event.onBehalfOf === undefined ? {} : { onbehalfof: event.onBehalfOf }),
  correlationid: event.correlationId,
  ...(event.causationId === undefined ? {} : { causationid: event.causationId }),
  knownat: event.knownAt,
  data: event.data,
});
