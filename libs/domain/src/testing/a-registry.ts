import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import { genesisHash } from '@masar/contracts';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import type { Directory } from '@masar/directory';

const entity = (id: string, jurisdiction: string): AnyRecordedEvent => ({
  stream: `entities/${id}` satisfies StreamName,
  version: 1,
  type: 'entity.registered.v1',
  data: {
    happenedOn: '2020-01-01',
    name: { en: id },
    jurisdiction,
    zone: jurisdiction === 'AE' ? 'Asia/Dubai' : 'Africa/Cairo',
    calendar: jurisdiction,
  },
  recordedAt: '2020-01-01T00:00:00.000Z',
  knownAt: '2020-01-01T00:00:00.000Z',
  source: '/registry',
  actor: 'admin',
  correlationId: 'c',
  commandId: id,
  partitionKey: id,
  hash: genesisHash,
  prevhash: genesisHash,
});

/** Five Egyptian bodies and one of the UAE, with the shipped calendars and law paths. */
export const registry: Directory = directoryAt(
  collectDirectoryRun(emptyDirectoryFacts, [
    ...['education', 'finance', 'land', 'justice', 'health'].map((id) => entity(id, 'EG')),
    entity('economy', 'AE'),
  ]),
  { defaultZone: 'Africa/Cairo' },
);
