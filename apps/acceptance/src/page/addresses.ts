import type { ApiClient } from '../harness/api-client.js';
import { listOf } from '../harness/shown.js';
import type { Visitor } from './people.js';

/** Screens no entry of the side bar leads to, and who opens them. `{laws}` and the like stand for initiatives of the demonstration,
 * `{projects:transport}` for one of an entity. */
const further: readonly (readonly [visitor: Visitor, address: string])[] = [
  ['reviewer', '/initiatives/laws/{laws}'],
  ['reviewer', '/initiatives/projects/{projects}'],
  ['reviewer', '/initiatives/policies/{policies}'],
  ['reviewer', '/initiatives/laws/{laws}/stocktake'],
  ['reviewer', '/account'],
  ['reviewer', '/nothing/at/all'],
  ['lead', '/initiatives/new'],
  ['lead', '/initiatives/projects/{projects:transport}/edit'],
  ['partner', '/account'],
  ...['programs', 'entities', 'partners', 'calendars', 'law-paths', 'parked'].map(
    (room) => ['administrator', `/administration/${room}`] as const,
  ),
];

/** Whose side bars are walked. */
export const walkers: readonly Visitor[] = ['administrator', 'reviewer', 'lead', 'partner'];

/** What of `further` one visitor opens, with the names filled in. */
export const furtherOf = async (api: ApiClient, visitor: Visitor): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [who, address] of further) {
    if (who !== visitor) continue;
    const [name, kind, owner] = /\{(\w+):?(\w*)\}/.exec(address) ?? [];
    const asked = `/api/portfolio?kind=${kind}&limit=1${owner ? `&owner=${owner}` : ''}`;
    const [first] = name === undefined ? [] : listOf((await api.json(asked))['items']);
    found.push(first ? address.replace(name!, String(first['id'])) : address);
  }
  return found;
};
