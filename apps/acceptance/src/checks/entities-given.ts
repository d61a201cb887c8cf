import type { ApiClient } from '../harness/api-client.js';
import type { Given } from './waits-given.js';

const entity = (id: string) => ({ id, name: { en: id }, jurisdiction: 'EG' });

/** Entities registered one by one: the registry decides them. */
export const entitiesOf = (from: number, count: number): Given[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `single-${from + index}`;
    return { key: id, path: '/api/entities', body: entity(id) };
  });

/** Entities registered by batches of two: the process that takes imports and batches decides them. */
export const batchesOf = (from: number, count: number): Given[] =>
  Array.from({ length: count }, (_, index) => {
    const key = `batch-${from + index}`;
    const commands = ['a', 'b'].map((which) => ({ path: '/api/entities', body: entity(`${key}-${which}`) }));
    return { key, path: '/api/batch', body: { commands } };
  });

const namesIn = ({ body }: Given): readonly string[] =>
  Array.isArray(body['commands'])
    ? (body['commands'] as readonly { readonly body: { readonly id: string } }[]).map((command) => command.body.id)
    : [String(body['id'])];

/** Every entity of an acknowledged command is listed, and listed once. */
export const entityFaults = async (client: ApiClient, given: readonly Given[]): Promise<readonly string[]> => {
  const listed = (await client.all('/api/entities')).map(({ id }) => String(id));
  const known = new Set(listed);
  const missing = given
    .filter(({ answer }) => answer !== undefined)
    .flatMap(namesIn)
    .filter((id) => !known.has(id))
    .map((id) => `entity ${id} was acknowledged and is not there`);
  return known.size === listed.length ? missing : [...missing, 'an entity is listed twice'];
};
