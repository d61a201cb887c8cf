import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { workspaceRoot } from '../harness/bundled-apps.js';

/** The schemas as a stranger gets them: the AsyncAPI document, nothing of our code. */
const published = (): Readonly<Record<string, object>> => {
  const file = join(workspaceRoot(), 'docs/reference/asyncapi.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, object> } }).components
    .schemas;
};

/** Says what of a value does not hold to the schema of a name (`CloudEvent`, `milestone.reached.v1`); nothing when it holds. */
export const schemaFaults = (): ((name: string, value: unknown) => readonly string[]) => {
  const schemas = published();
  const compiled = new Map<string, ValidateFunction>();
  return (name, value) => {
    const schema = schemas[name];
    if (!schema) return [`no schema is published for ${name}`];
    // Headers are text: a number among them is read as one.
    const validate =
      compiled.get(name) ?? new Ajv2020({ strict: false, validateFormats: false, coerceTypes: true }).compile(schema);
    compiled.set(name, validate);
    return validate(structuredClone(value)) ? [] : (validate.errors ?? []).map((one) => `${name}: ${one.message}`);
  };
};
