import fc from 'fast-check';
import type { DescribedSchema } from '../rights/described-routes.js';

type Schemas = Readonly<Record<string, DescribedSchema>>;

/** What things are called in the system that is asked, so that some requests find something. */
export interface Names {
  readonly ids: readonly string[];
  /** What stands in a place of a path, by the name of the place; of `id` by the collection it is in. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  readonly dates: readonly string[];
}

const many = 40;
/** Addresses that lead nowhere, so that nobody outside is ever called. */
const addresses = [
  'https://receiver.invalid/events',
  'https://receiver.invalid:8443/?a=b',
  'http://127.0.0.1:1/',
  'ftp://x',
];

const matching = (pattern: string): fc.Arbitrary<string> => {
  // What a pattern forbids ahead is left to the filter: it cannot be generated from.
  const generated = new RegExp(pattern.replaceAll(/\(\?!(?:[^()\\]|\\.|\{[^}]*\})*\)/g, ''));
  const whole = new RegExp(pattern);
  return fc.stringMatching(generated, { size: 'small' }).filter((text) => whole.test(text));
};

const textOf = (schema: DescribedSchema, { ids, dates }: Names): fc.Arbitrary<string> => {
  const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : undefined;
  if (schema['format'] === 'uri') return fc.constantFrom(...addresses);
  const least = Number(schema['minLength'] ?? 0);
  const most = Math.min(Number(schema['maxLength'] ?? many), Math.max(many, least));
  if (pattern === undefined)
    return fc
      .oneof(fc.constantFrom(...ids), fc.string({ minLength: least, maxLength: most, unit: 'grapheme' }))
      .filter((text) => text.length <= Number(schema['maxLength'] ?? Infinity) && text.length >= least);
  const fits = new RegExp(pattern);
  const known = [...ids, ...ids.map((id) => `entity:${id}`), ...ids.map((id) => `projects/${id}`), ...dates].filter(
    (text) => fits.test(text),
  );
  return known.length === 0
    ? matching(pattern)
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: matching(pattern) });
};

const numberOf = (schema: DescribedSchema): fc.Arbitrary<number> => {
  const [min, max] = [Number(schema['minimum'] ?? -1_000), Number(schema['maximum'] ?? 1_000)];
  return schema['type'] === 'integer'
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
};

const objectOf = (schema: DescribedSchema, schemas: Schemas, names: Names): fc.Arbitrary<object> => {
  const properties = Object.entries((schema['properties'] ?? {}) as Schemas);
  const required = (schema['required'] ?? []) as readonly string[];
  const model = Object.fromEntries(properties.map(([name, member]) => [name, arbitraryOf(member, schemas, names)]));
  return fc.record(model, { requiredKeys: [...required], noNullPrototype: true });
};

const listOf = (schema: DescribedSchema, schemas: Schemas, names: Names): fc.Arbitrary<unknown[]> => {
  const item = arbitraryOf((schema['items'] ?? {}) as DescribedSchema, schemas, names);
  const bounds = {
    minLength: Number(schema['minItems'] ?? 0),
    maxLength: Math.min(Number(schema['maxItems'] ?? 3), 3),
  };
  return schema['uniqueItems'] === true
    ? fc.uniqueArray(item, { ...bounds, comparator: 'SameValue' })
    : fc.array(item, bounds);
};

/** Values that a schema of the description allows. */
export const arbitraryOf = (schema: DescribedSchema, schemas: Schemas, names: Names): fc.Arbitrary<unknown> => {
  const {
    $ref,
    anyOf,
    enum: words,
  } = schema as { $ref?: string; anyOf?: readonly DescribedSchema[]; enum?: readonly unknown[] };
  if ($ref !== undefined) return arbitraryOf(schemas[$ref.split('/').at(-1)!] ?? {}, schemas, names);
  if (anyOf) return fc.oneof(...anyOf.map((one) => arbitraryOf(one, schemas, names)));
  if ('const' in schema) return fc.constant(schema['const']);
  if (words) return fc.constantFrom(...words);
  switch (schema['type']) {
    case 'string':
      return textOf(schema, names);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'object':
      return objectOf(schema, schemas, names);
    case 'array':
      return listOf(schema, schemas, names);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};
