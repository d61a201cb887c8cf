import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkBody, readBody, shapeOf, type BodyClass, type BodyShape } from '@masar/contracts/bodies';
import { InvalidFields, type FoundFault } from './field-faults.js';

const faultsListed = 100;

/** `?limit=` says nothing and takes the default that is described, as it does in reporting; without a default it is checked as it was sent. */
const saying = (query: object, { fields }: BodyShape): object => {
  const unsaid = new Set(
    fields
      .filter((field) => 'schema' in field && 'default' in field.schema)
      .map(({ name }) => name)
      .filter((name) => (query as Record<string, unknown>)[name] === ''),
  );
  return unsaid.size === 0 ? query : Object.fromEntries(Object.entries(query).filter(([name]) => !unsaid.has(name)));
};

/**
 * Closed bodies and queries: unknown fields are refused, and every fault has a path and a code. A class without declared
 * fields is left alone here; `requireClosedBodies` sees at the start that no route takes its body or query by one.
 */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    const body = metatype as unknown as BodyClass | undefined;
    const shape = body && shapeOf(body);
    if (!shape) return value;
    const given = readBody(type === 'query' ? saying(value ?? {}, shape) : (value ?? {}), body);
    const faults = checkBody(given, body);
    if (faults.length > 0) throw new InvalidFields(faults.slice(0, faultsListed) as readonly FoundFault[], type);
    return given;
  }
}
