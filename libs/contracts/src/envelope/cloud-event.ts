import { Type, type Static } from 'typebox';
import { internalEventTypes } from '../events/catalogue.js';
import { DateText, type Instant, type StreamName } from '../scalars.js';
import type { AnyRecordedEvent } from './recorded-event.js';

const said = (description: string) => Type.String({ minLength: 1, description });
const instant = (description: string) => Type.Unsafe<Instant>(Type.String({ format: 'date-time', description }));
const digest = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });

/**
 * CloudEvents 1.0, structured JSON, with the extensions of the published language (names in lower case, as CloudEvents
 * asks). Open on the wire: a reader passes over what it does not know. The data is held by the catalogue, per type.
 */
export const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: said('<stream>@<version>: unique for life'),
  type: Type.String({ pattern: '^[a-z-]+(\\.[a-z-]+)+\\.v[1-9]\\d*$', description: 'milestone.reached.v1' }),
  source: said('the service that recorded it: /projects'),
  subject: Type.Unsafe<StreamName>(said('the stream')),
  time: instant('when the store learned it (recordedAt)'),
  datacontenttype: Type.Literal('application/json'),
  streamversion: Type.Integer({ minimum: 1, description: 'counts events of the stream from 1' }),
  partitionkey: said('order is kept among events of one key; the same for a stream for life'),
  hash: digest('SHA-256 of the stored text, which holds prevhash'),
  prevhash: digest('hash of the stream’s event before it; zeros before the first'),
  epoch: said('of the store; a restore renews it, and readers start empty'),
  actor: said('who did it: a user name'),
  onbehalfof: Type.Optional(said('whom the actor stood in for')),
  correlationid: said('of the request everything began with'),
  causationid: Type.Optional(said('of the event or command that led to it')),
  knownat: instant('recordedAt, or the end of the date of a dated source'),
  data: Type.Unsafe<AnyRecordedEvent['data']>(
    Type.Object({ happenedOn: DateText }, { description: 'the fact; happenedOn is its business date' }),
  ),
});
export type CloudEvent = Readonly<Static<typeof CloudEvent>>;

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

/** A recorded event as its readers get it: the command's id stays in the store. */
export type ReceivedEvent = Omit<AnyRecordedEvent, 'commandId'>;

/** The way back, for a reader of the wire; attributes it does not know are dropped, the data is kept as it is. */
export const fromCloudEvent = (wire: CloudEvent): ReceivedEvent => ({
  stream: wire.subject,
  version: wire.streamversion,
  type: wire.type,
  source: wire.source,
  recordedAt: wire.time,
  knownAt: wire.knownat,
  partitionKey: wire.partitionkey,
  hash: wire.hash,
  prevhash: wire.prevhash,
  actor: wire.actor,
  ...(wire.onbehalfof === undefined ? {} : { onBehalfOf: wire.onbehalfof }),
  correlationId: wire.correlationid,
  ...(wire.causationid === undefined ? {} : { causationId: wire.causationid }),
  data: wire.data,
});
