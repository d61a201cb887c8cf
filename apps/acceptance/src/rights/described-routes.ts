import type { ApiClient } from '../harness/api-client.js';

/** A JSON Schema as the description carries it. */
export type DescribedSchema = Readonly<Record<string, unknown>>;

interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: DescribedSchema;
}

interface DescribedOperation {
  readonly 'x-permission'?: string;
  readonly 'x-public'?: string;
  readonly parameters?: readonly (DescribedParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: DescribedSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** The OpenAPI document of a running Masar. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, DescribedSchema>> };
}

/** One operation of the description. */
export interface DescribedRoute {
  readonly method: string;
  readonly path: string;
  /** Method and path, the three kinds of initiatives as one: `POST /api/{kind}/{id}/waits`. */
  readonly name: string;
  readonly kind?: string;
  /** The right it asks for; absent where it asks for none. */
  readonly action?: string;
  readonly query: readonly DescribedParameter[];
  /** Schemas of bodies by media type; empty where it takes none. */
  readonly bodies: Readonly<Record<string, DescribedSchema>>;
  readonly operation: DescribedOperation;
}

const ofKind = /^\/api\/(projects|laws|policies)(?=\/|$)/;

const routeOf = (path: string, method: string, operation: DescribedOperation): DescribedRoute => {
  const kind = ofKind.exec(path)?.[1];
  const action = operation['x-permission'];
  return {
    method: method.toUpperCase(),
    path,
    name: `${method.toUpperCase()} ${path.replace(ofKind, '/api/{kind}')}`,
    ...(kind === undefined ? {} : { kind }),
    ...(action === undefined ? {} : { action }),
    query: (operation.parameters ?? []).flatMap((one) => ('in' in one && one.in === 'query' ? [one] : [])),
    bodies: Object.fromEntries(
      Object.entries(operation.requestBody?.content ?? {}).map(([media, { schema }]) => [media, schema ?? {}]),
    ),
    operation,
  };
};

export const descriptionOf = async (api: ApiClient): Promise<Description> =>
  JSON.parse(await api.text('/api/openapi.json')) as Description;

/** Every route of a description, in its order. */
export const routesIn = ({ paths }: Description): readonly DescribedRoute[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => routeOf(path, method, operation)),
  );

/** The names between braces of a path. */
export const parametersIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
