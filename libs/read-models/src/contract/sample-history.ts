import { genesisHash, type AnyRecordedEvent, type StreamName } from '@masar/contracts';

const hash = (stream: string, version: number, salt: string): string =>
  version === 0 ? genesisHash : Buffer.from(`${stream}@${version}${salt}`).toString('hex').padEnd(64, '0').slice(0, 64);

/** A chained history of one stream; `salt` makes another history of the same one. */
export const sampleHistory = (stream: StreamName, count: number, salt = ''): AnyRecordedEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    stream,
    version: index + 1,
    type: 'milestone.forecast.v1',
    data: { happenedOn: '2026-03-01', milestone: 'm-1', date: '2026-06-30' },
    recordedAt: `2026-03-0${index + 1}T09:00:00.000Z`,
    knownAt: `2026-03-0${index + 1}T09:00:00.000Z`,
    source: '/projects',
    actor: 'lead',
    correlationId: 'correlation',
    commandId: `c-${index}`,
    partitionKey: stream,
    hash: hash(stream, index + 1, salt),
    prevhash: hash(stream, index, index === 0 ? '' : salt),
  }));
