import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';

/*
 * The page's client is typed by the description of the interface: what a screen asks for is there, and its answer is what
 * it says. The types follow from docs/reference/openapi.json, so they are made before they are checked and not kept.
 */
const description = JSON.parse(readFileSync('docs/reference/openapi.json', 'utf8'));
const types = 'apps/web/src/api/described.d.ts';

/** A refusal has one shape, which the client knows: the types speak of what succeeds. */
const succeeding = (operation) => ({
  ...operation,
  responses: Object.fromEntries(
    Object.entries(operation.responses).filter(([status]) => status.startsWith('2') || status.startsWith('3')),
  ),
});
const ofEach = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const paths = ofEach(description.paths, (operations) => ofEach(operations, succeeding));
writeFileSync(types, astToString(await openapiTypescript({ ...description, paths })));
