import { eventCatalogue, internalEventTypes } from '@masar/contracts';
import type { Schema } from './documented.js';

/** Extensions of our CloudEvents (architecture, Event log). */
const extensions = [
  'streamversion',
  'hash',
  'prevhash',
  'epoch',
  'actor',
  'onbehalfof',
  'correlationid',
  'causationid',
  'knownat',
] as const;

const envelope = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: '<stream>@<version>' },
    source: { type: 'string', description: 'the service that recorded it' },
    type: { type: 'string' },
    subject: { type: 'string', description: 'the stream' },
    time: { type: 'string', format: 'date-time', description: 'recordedAt' },
    datacontenttype: { const: 'application/json' },
    ...Object.fromEntries(extensions.map((name) => [name, { type: name === 'streamversion' ? 'integer' : 'string' }])),
    data: { type: 'object', required: ['happenedOn'] },
  },
} as const;

const messageName = (type: string) => type.replaceAll('.', '-');

/** The AsyncAPI 3.0 document of every published event: one message per type and version, CloudEvents 1.0 in structured mode. */
export const asyncApiDocument = (version: string): Schema => {
  const types = Object.entries(eventCatalogue).filter(([type]) => !internalEventTypes.has(type));
  const messages = Object.fromEntries(
    types.map(([type, data]) => [
      messageName(type),
      {
        name: type,
        contentType: 'application/cloudevents+json',
        payload: {
          allOf: [
            { $ref: '#/components/schemas/CloudEvent' },
            { type: 'object', properties: { type: { const: type }, data: { $ref: `#/components/schemas/${type}` } } },
          ],
        },
        'x-schema': data,
      },
    ]),
  );
  return {
    asyncapi: '3.0.0',
    info: { title: 'Masar · مسار', version, description: 'Every fact Masar records, in order within a stream.' },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      events: {
        address: '/api/events',
        description: 'The feed: GET /api/events?after=, oldest first.',
        messages: Object.fromEntries(
          types.map(([type]) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]),
        ),
      },
    },
    operations: { receiveEvents: { action: 'receive', channel: { $ref: '#/channels/events' } } },
    components: {
      messages: Object.fromEntries(
        Object.entries(messages).map(([name, { 'x-schema': _data, ...message }]) => [name, message]),
      ),
      schemas: { CloudEvent: envelope, ...Object.fromEntries(types.map(([type, data]) => [type, data])) },
    },
  };
};
