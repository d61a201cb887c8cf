import type { DescribedRoute, DescribedSchema, Description } from '../rights/described-routes.js';

/** The fields a route takes in its body of JSON; undefined where it takes none. */
export const fieldsOf = ({ bodies }: DescribedRoute, { components }: Description): readonly string[] | undefined => {
  const schema = bodies['application/json'];
  if (!schema) return undefined;
  const named = typeof schema['$ref'] === 'string' ? components.schemas[schema['$ref'].split('/').at(-1)!] : schema;
  return Object.keys((named?.['properties'] ?? {}) as Readonly<Record<string, DescribedSchema>>);
};

/** The address of a route with something in each place. */
export const addressed = ({ path }: DescribedRoute): string => path.replaceAll(/\{\w+\}/g, 'somewhere');

/** What a body would carry that wanted more than its sender may: who decides, what he is, what has been decided. */
export const wanted: Readonly<Record<string, unknown>> = {
  actor: { user: 'admin', roles: ['administrator'] },
  actorId: 'admin',
  onBehalfOf: 'admin',
  onbehalfof: 'admin',
  onlyAccount: true,
  roles: ['administrator'],
  entity: 'education',
  partner: 'nile',
  owner: 'education',
  status: 'confirmed',
  decidedBy: 'admin',
  reporter: 'somebody',
  requester: 'somebody',
  recordedAt: '2020-01-01T00:00:00.000Z',
  knownAt: '2020-01-01T00:00:00.000Z',
  fromSource: true,
  isEntailed: true,
  version: 1,
  hash: 'x',
  type: 'RegisterEntity',
  context: { actor: { user: 'admin', roles: ['administrator'] } },
};
