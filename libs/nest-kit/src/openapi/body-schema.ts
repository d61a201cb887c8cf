import { closed, shapeOf, type BodyClass, type BodyField } from '@masar/contracts/bodies';
import type { Schema } from './documented.js';

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Collects the schemas of body classes; each is named by its class. */
export class BodySchemas {
  readonly #schemas: Record<string, Schema> = {};

  /** A `$ref` to the schema of a body class. */
  of(body: BodyClass): Schema {
    this.#schemas[body.name] ??= this.#closed(shapeOf(body)?.fields ?? []);
    return reference(body.name);
  }

  /** The fields of a query class as parameters. */
  parameters(query: BodyClass): readonly Schema[] {
    const fields = shapeOf(query)?.fields ?? [];
    return fields.map((field) => ({
      name: field.name,
      in: 'query',
      required: field.required,
      schema: this.#field(field),
    }));
  }

  all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries(Object.entries(this.#schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #closed(fields: readonly BodyField[]): Schema {
    const required = fields.filter((field) => field.required).map((field) => field.name);
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(fields.map((field) => [field.name, this.#field(field)])),
      ...(required.length > 0 ? { required } : {}),
    };
  }

  #field(field: BodyField): Schema {
    if (!('nested' in field)) return closed(field.schema) as unknown as Schema;
    const item = this.of(field.nested());
    return field.atMost === undefined ? item : { type: 'array', items: item, maxItems: field.atMost };
  }
}
