import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { closed } from './closed.js';
import { Field, type FieldOptions, type ValueCheck } from './fields.js';

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
