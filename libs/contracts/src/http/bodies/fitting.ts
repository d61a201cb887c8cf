import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { Field, type FieldOptions, type ValueCheck } from './fields.js';

/** The same schema with every object closed: event schemas are open on the wire, bodies are not. */
export const closed = (schema: TSchema): TSchema => {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const copy = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, walk(member)]));
    return copy['type'] === 'object' && 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
  };
  return walk(schema) as TSchema;
};

const fits = (schema: TSchema): ValueCheck => {
  let validator: Validator | undefined;
  return (value) => {
    validator ??= Compile(closed(schema));
    if (validator.Check(value)) return undefined;
    const [fault] = validator.Errors(value);
    return {
      code: 'field/shape',
      expected: fault?.message ?? 'schema',
      within: (fault?.instancePath ?? '').split('/').filter(Boolean).join('.'),
    };
  };
};

/** A field that is checked by a schema of the published language as it stands, closed. */
export const SchemaField = (schema: TSchema, options?: FieldOptions) => Field(fits(schema), schema, options);
