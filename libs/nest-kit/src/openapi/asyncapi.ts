import { CloudEvent, eventCatalogue, eventMeanings, isPublished, type EventType } from '@masar/contracts';
import type { Schema } from './documented.js';

const media = 'application/cloudevents+json';
/** A name that fragments and generated code can carry: `milestone-reached-v1`. */
const messageName = (type: string) => type.replaceAll('.', '-');
const schema = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const messageOf = (type: EventType): Schema => {
  const { ar, en, streams, recordedBy } = eventMeanings[type];
  return {
    name: type,
    title: en,
    'x-title-ar': ar,
    'x-streams': streams,
    'x-recorded-by': recordedBy,
    contentType: media,
    payload: {
      allOf: [schema('CloudEvent'), { type: 'object', properties: { type: { const: type }, data: schema(type) } }],
    },
  };
};

/** The feed of api.md, for readers who poll. */
const feed = {
  address: '/api/events',
  description: 'GET, oldest first; `after` is the opaque `next` of the page before. Order holds within a stream.',
} as const;
const asked = {
  type: 'object',
  properties: {
    after: { type: 'string' },
    types: { type: 'string', description: 'event types, comma between' },
    limit: { type: 'integer', minimum: 1, maximum: 500 },
    waitMs: { type: 'integer', minimum: 0 },
  },
} as const;

/** The AsyncAPI 3.0 document of every published event: one message per type and version, CloudEvents 1.0 in structured mode. */
export const asyncApiDocument = (version: string): Schema => {
  const types = (Object.keys(eventCatalogue) as EventType[]).filter(isPublished).sort();
  const forEach = (value: (type: EventType) => unknown): Schema =>
    Object.fromEntries(types.map((type) => [messageName(type), value(type)]));
  return {
    asyncapi: '3.0.0',
    info: { title: 'Masar · مسار', version, description: 'Every fact Masar records, in order within a stream.' },
    defaultContentType: media,
    channels: {
      events: { ...feed, messages: forEach((type) => ({ $ref: `#/components/messages/${messageName(type)}` })) },
    },
    operations: {
      sendEvents: {
        action: 'send',
        channel: { $ref: '#/channels/events' },
        bindings: { http: { method: 'GET', query: asked, bindingVersion: '0.3.0' } },
      },
    },
    components: {
      messages: forEach(messageOf),
      schemas: { CloudEvent, ...Object.fromEntries(types.map((type) => [type, eventCatalogue[type]])) },
    },
  };
};
