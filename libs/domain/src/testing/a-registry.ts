import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import { genesisHash } from '@masar/contracts';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import type { Directory } from '@masar/directory';

const recorded = (stream: StreamName, version: number, type: string, data: object): AnyRecordedEvent => ({
  stream,
  version,
  type,
  data: { happenedOn: '2020-01-01', ...data },
  recordedAt: '2020-01-01T00:00:00.000Z',
  knownAt: '2020-01-01T00:00:00.000Z',
  source: '/registry',
  actor: 'admin',
  correlationId: 'c',
  commandId: `${stream}@${version}`,
  partitionKey: stream,
  hash: genesisHash,
  prevhash: genesisHash,
});

const entity = (id: string, jurisdiction: string): AnyRecordedEvent =>
  recorded(`entities/${id}`, 1, 'entity.registered.v1', {
    name: { en: id },
    jurisdiction,
    zone: jurisdiction === 'AE' ? 'Asia/Dubai' : 'Africa/Cairo',
    calendar: jurisdiction,
  });
const partner = (id: string): AnyRecordedEvent =>
  recorded(`partners/${id}`, 1, 'partner.registered.v1', { name: { en: id } });

/** Five Egyptian bodies, one whose place another took and one of the UAE, two partners and one that was suspended, with the shipped calendars and law paths. */
export const registry: Directory = directoryAt(
  collectDirectoryRun(emptyDirectoryFacts, [
    ...['education', 'finance', 'land', 'justice', 'health'].map((id) => entity(id, 'EG')),
    entity('economy', 'AE'),
    entity('roads', 'EG'),
    recorded('entities/roads', 2, 'entity.succeeded.v1', { by: 'land', happenedOn: '2026-02-10' }),
    ...['nile', 'delta', 'gone'].map(partner),
    recorded('partners/gone', 2, 'partner.suspended.v1', { reason: 'over' }),
  ]),
  { defaultZone: 'Africa/Cairo' },
);
