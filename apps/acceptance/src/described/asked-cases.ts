import fc from 'fast-check';
import type { DescribedRoute, Description } from '../rights/described-routes.js';
import type { Sent } from '../rights/exchange.js';
import { arbitraryOf, type Names } from './arbitrary-of.js';
import { brokenOf, rawBodies, strangeSegments } from './broken.js';

/** Nobody waits for long, and no answer is longer than it must be. */
const bounded: Readonly<Record<string, fc.Arbitrary<string>>> = {
  waitMs: fc.constantFrom('0', '1', '3'),
  limit: fc.constantFrom('1', '2', '50', '500'),
};

const segmentOf = (name: string, { ids, dates }: Names): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(name === 'date' ? dates : ids)) },
    { weight: 1, arbitrary: strangeSegments },
  );

const addressOf = ({ path }: DescribedRoute, names: Names): fc.Arbitrary<string> => {
  const parts = path.split(/\{(\w+)\}/);
  return fc
    .tuple(...parts.map((part, at) => (at % 2 === 0 ? fc.constant(part) : segmentOf(part, names))))
    .map((segments) => segments.join(''));
};

const queryOf = ({ query }: DescribedRoute, { components }: Description, names: Names): fc.Arbitrary<string> => {
  const right = Object.fromEntries(
    query.map(({ name, schema }) => [
      name,
      bounded[name] ?? arbitraryOf(schema, components.schemas, names).map(String),
    ]),
  );
  const required = query.filter((one) => one.required === true).map(({ name }) => name);
  const rightly = fc.record(right, { requiredKeys: required, noNullPrototype: true });
  const wrongly = fc.tuple(fc.constantFrom(...query.map(({ name }) => name), 'colour'), fc.string({ maxLength: 20 }));
  return fc
    .oneof(
      { weight: 3, arbitrary: rightly.map((asked) => Object.entries(asked) as [string, string][]) },
      { weight: 1, arbitrary: wrongly.map((asked) => [asked].filter(([name]) => name !== 'waitMs')) },
    )
    .map((asked) => (asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`));
};

const bodyOf = (
  { bodies }: DescribedRoute,
  { components }: Description,
  names: Names,
): fc.Arbitrary<{ readonly media?: string; readonly body?: string }> => {
  const [[media, schema] = []] = Object.entries(bodies);
  if (media === undefined || schema === undefined) return fc.constant({});
  if (!media.includes('json')) return fc.string({ maxLength: 80 }).map((body) => ({ media, body }));
  const right = arbitraryOf(schema, components.schemas, names);
  const text = fc.oneof(
    { weight: 5, arbitrary: right.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: brokenOf(right).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: rawBodies },
  );
  return text.map((body) => ({ media, body }));
};

/** Requests to a route: mostly as it is described, some not at all. */
export const requestsTo = (route: DescribedRoute, description: Description, names: Names): fc.Arbitrary<Sent> =>
  fc
    .tuple(addressOf(route, names), queryOf(route, description, names), bodyOf(route, description, names))
    .map(([address, query, body]) => ({ method: route.method, path: address + query, ...body }));
