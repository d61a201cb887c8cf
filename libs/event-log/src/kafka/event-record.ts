import {
  CloudEvent,
  fromCloudEvent,
  isPublished,
  toCloudEvent,
  upcast,
  type AnyRecordedEvent,
  type CloudEvent as Wire,
} from '@masar/contracts';
import { Compile } from 'typebox/compile';

/**
 * What stands in the place of an event whose type is marked internal: its place, times and hashes without its content, so
 * that a reader's copy of the stream has no hole and its chain no break. Readers pass over it, as over any type they do
 * not know.
 */
export const withheldType = 'event.withheld.v1';
/** No attribute of the event: events of one command are one commit, and this tells a reader where it ends. */
export const commandHeader = 'masar-command';

/** A Kafka record before it is sent. */
export interface EventRecord {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A Kafka record as it is received. */
export interface ReceivedRecord {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>;
}

const withheld = (event: AnyRecordedEvent): AnyRecordedEvent => ({
  ...event,
  type: withheldType,
  data: { happenedOn: event.data.happenedOn },
});

/**
 * An event by the Kafka protocol binding of CloudEvents 1.0, binary mode: attributes as `ce_` headers in UTF-8, the data
 * alone as the value, its media type as `content-type`, the partition key as key. The record carries no time of its own:
 * a broker refuses one that lies ahead of its clock, and `ce_time` says it.
 */
export const recordOf = (event: AnyRecordedEvent, epoch: string): EventRecord => {
  const { data, datacontenttype, ...attributes } = toCloudEvent(
    isPublished(event.type) ? event : withheld(event),
    epoch,
  );
  const headers: Record<string, string> = { 'content-type': datacontenttype, [commandHeader]: event.commandId };
  for (const [name, value] of Object.entries(attributes)) headers[`ce_${name}`] = String(value);
  return { key: event.partitionKey, value: Buffer.from(JSON.stringify(data)), headers };
};

const headerBytes = 8;

/** About what records weigh on the wire. */
export const bytesOf = (records: readonly EventRecord[]): number =>
  records.reduce((sum, { value, headers }) => {
    let bytes = sum + value.length;
    for (const name in headers) bytes += headerBytes + name.length + headers[name]!.length;
    return bytes;
  }, 0);

/** A record that is no event of ours, and why. */
export class NoEvent extends Error {
  override readonly name = 'NoEvent';
}

const envelope = Compile(CloudEvent);

const attributesOf = (headers: ReceivedRecord['headers']): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {}))
    if (value !== undefined && !Array.isArray(value)) attributes[name.toLowerCase()] = String(value);
  return attributes;
};

const dataOf = (value: Buffer | null): unknown => {
  try {
    return JSON.parse(String(value));
  } catch {
    throw new NoEvent('the value is no JSON');
  }
};

/** The way back, in the newest version of its type. Throws `NoEvent`. */
export const eventOf = (record: ReceivedRecord): { readonly event: AnyRecordedEvent; readonly epoch: string } => {
  const headers = attributesOf(record.headers);
  const { 'content-type': datacontenttype, [commandHeader]: commandId } = headers;
  if (commandId === undefined) throw new NoEvent(`there is no header ${commandHeader}`);
  const wire: Record<string, unknown> = { datacontenttype: datacontenttype?.split(';')[0], data: dataOf(record.value) };
  for (const [name, value] of Object.entries(headers)) if (name.startsWith('ce_')) wire[name.slice(3)] = value;
  // Integers travel as their decimal text.
  wire['streamversion'] = Number(wire['streamversion']);
  if (!envelope.Check(wire)) {
    const [fault] = envelope.Errors(wire);
    throw new NoEvent(`no CloudEvent of ours: ${fault?.instancePath ?? ''} ${fault?.message ?? ''}`);
  }
  const cloudEvent = wire as Wire;
  if (cloudEvent.id !== `${cloudEvent.subject}@${cloudEvent.streamversion}`)
    throw new NoEvent('id, subject and streamversion do not fit each other');
  return { event: upcast({ ...fromCloudEvent(cloudEvent), commandId }), epoch: cloudEvent.epoch };
};
