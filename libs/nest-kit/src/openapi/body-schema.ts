import { fieldsOf, type FieldDescription } from '@masar/contracts/bodies';
import type { Schema } from './documented.js';

type Dto = abstract new () => object;

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Collects the schemas of body classes; each is named by its class. Classes declared with class-validator alone are read from its metadata. */
export class BodySchemas {
  readonly #schemas: Record<string, Schema> = {};

  constructor(private readonly foreign: Readonly<Record<string, Schema>> = {}) {}

  /** A `$ref` to the schema of a body class. */
  of(dto: Dto): Schema {
    if (!(dto.name in this.#schemas)) {
      const fields = fieldsOf(dto);
      this.#schemas[dto.name] = fields ? this.#closed(fields) : (this.foreign[dto.name] ?? { type: 'object' });
    }
    return reference(dto.name);
  }

  /** The fields of a query class as parameters. */
  parameters(dto: Dto): readonly Schema[] {
    const fields = fieldsOf(dto);
    const schema = fields ? this.#closed(fields) : (this.foreign[dto.name] ?? {});
    const required = new Set((schema['required'] as readonly string[] | undefined) ?? []);
    return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, of]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema: of,
    }));
  }

  all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries(Object.entries(this.#schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #closed(fields: readonly FieldDescription[]): Schema {
    const required = fields.filter((field) => field.required).map((field) => field.name);
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(fields.map((field) => [field.name, this.#field(field)])),
      ...(required.length > 0 ? { required } : {}),
    };
  }

  #field({ schema }: FieldDescription): Schema {
    if (typeof schema !== 'function') return schema as unknown as Schema;
    const { dto, list } = schema();
    return list ? { type: 'array', items: this.of(dto) } : this.of(dto);
  }
}

/** Schemas of classes that carry only class-validator's own decorators; loaded when the description is first asked for. */
export const foreignSchemas = async (): Promise<Readonly<Record<string, Schema>>> => {
  const { validationMetadatasToSchemas } = await import('class-validator-jsonschema');
  // A name that is not in the compiler's sight: the package has no types for this file.
  const hidden: string = 'class-transformer/cjs/storage.js';
  const { defaultMetadataStorage: storage } = (await import(hidden)) as {
    defaultMetadataStorage: NonNullable<
      Parameters<typeof validationMetadatasToSchemas>[0]
    >['classTransformerMetadataStorage'];
  };
  return validationMetadatasToSchemas({
    classTransformerMetadataStorage: storage!,
    refPointerPrefix: '#/components/schemas/',
  }) as Readonly<Record<string, Schema>>;
};
