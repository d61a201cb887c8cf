import { entityOfParty, type LawPath } from '@masar/contracts';
import type { Directory, KnownEntity } from '@masar/directory';
import type { ImportedBody } from '@masar/import';

/** The directory as it will be once an import has registered its bodies and published its law path: rehearsals lean on it. */
export const withImported = (
  known: Directory,
  bodies: readonly ImportedBody[],
  path: LawPath | undefined,
): Directory => {
  const added = new Map<string, KnownEntity>(bodies.map((body) => [body.id, body]));
  const brings = (jurisdiction: string, instrument: string): boolean =>
    path?.jurisdiction === jurisdiction && path.instrument === instrument;
  return {
    ...known,
    entity: (id) => known.entity(id) ?? added.get(id),
    knowsParty: (party) => known.knowsParty(party) || added.has(entityOfParty(party) ?? ''),
    zoneOf: (id) => (id !== undefined && !known.entity(id) ? added.get(id)?.zone : undefined) ?? known.zoneOf(id),
    lawPath: (reference) =>
      known.lawPath(reference) ??
      (brings(reference.jurisdiction, reference.instrument) && path?.version === reference.version ? path : undefined),
    newestLawPath: (jurisdiction, instrument) =>
      known.newestLawPath(jurisdiction, instrument) ?? (brings(jurisdiction, instrument) ? path : undefined),
  };
};
