import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { eventCatalogue, isPublished } from '@masar/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { danglingReferences } from './references.mjs';

const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const ajv = (options = {}) => addFormats.default(new Ajv({ strict: false, ...options }));

describe('docs/reference/asyncapi.json', () => {
  const document = json('docs/reference/asyncapi.json');
  const isAsyncApi = ajv().compile(require('@asyncapi/specs/schemas/3.0.0-without-$id.json'));

  it('is AsyncAPI 3.0', () => {
    isAsyncApi(document);
    expect(isAsyncApi.errors).toBeNull();
  });

  it('refers to nothing that is not in it', () => expect(danglingReferences(document)).toEqual([]));

  it('has a message for every published type and for no other', () =>
    expect(Object.values(document.components.messages).map(({ name }) => name)).toEqual(
      Object.keys(eventCatalogue).filter(isPublished).sort(),
    ));

  it.each([
    [
      'an operation that neither sends nor receives',
      { operations: { feed: { action: 'deliver', channel: { $ref: '#/channels/events' } } } },
    ],
    ['another major version', { asyncapi: '2.6.0' }],
    ['no title', { info: { version: '1' } }],
  ])('%s would be seen', (_what, broken) => expect(isAsyncApi({ ...document, ...broken })).toBe(false));
});

describe('a stranger who has only the AsyncAPI', () => {
  const document = json('docs/reference/asyncapi.json');
  const schemas = ajv();
  schemas.addSchema(document, 'masar');
  const goldens = readdirSync('libs/contracts/golden')
    .filter((name) => name.endsWith('.json') && isPublished(name.replace(/\.json$/, '')))
    .map((name) => [name, json(`libs/contracts/golden/${name}`)]);
  const payloadOf = (type) => schemas.getSchema(`masar#/components/messages/${type.replaceAll('.', '-')}/payload`);

  it.each(goldens)('reads %s', (_name, golden) => {
    const isPayload = payloadOf(golden.type);
    isPayload(golden);
    expect(isPayload.errors).toBeNull();
  });

  it('sees a fact without its date, and one under another name', () => {
    const [, golden] = goldens.find(([name]) => name === 'milestone.reached.v1.json');
    const undated = { ...golden.data, happenedOn: undefined };
    expect(payloadOf('milestone.reached.v1')({ ...golden, data: undated })).toBe(false);
    expect(payloadOf('milestone.confirmed.v1')(golden)).toBe(false);
  });
});

describe('docs/reference/openapi.json', () => {
  const document = json('docs/reference/openapi.json');
  const faultsOf = async (description) =>
    (await new Validator().validate(JSON.parse(JSON.stringify(description)))).errors ?? [];
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ place: `${method} ${path}`, path, operation })),
  );

  it('is OpenAPI 3.1', async () => expect(await faultsOf(document)).toEqual([]));

  it('refers to nothing that is not in it', () => expect(danglingReferences(document)).toEqual([]));

  it('says of every route what it is for, in both languages', () =>
    expect(
      operations.filter(({ operation }) => !operation.summary || !operation['x-summary-ar']).map(({ place }) => place),
    ).toEqual([]));

  it('names every operation once, and every parameter of its path', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const undeclared = operations.flatMap(({ place, path, operation }) =>
      [...path.matchAll(/\{(\w+)\}/g)]
        .filter(
          ([, name]) => !operation.parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
        )
        .map(([part]) => `${place} ${part}`),
    );
    expect(undeclared).toEqual([]);
  });

  it('a broken one would be seen', async () => {
    expect(await faultsOf({ ...document, info: {} })).not.toEqual([]);
    expect(await faultsOf({ ...document, paths: { '/x': { get: { responses: 'none' } } } })).not.toEqual([]);
  });
});

describe('docs/reference/events.md', () => {
  const headings = new Set(readFileSync('docs/reference/events.md', 'utf8').split('\n'));
  it('has a section for every type', () =>
    expect(Object.keys(eventCatalogue).filter((type) => !headings.has(`### ${type}`))).toEqual([]));
});
