import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkBody, readBody, shapeOf, type BodyClass } from '@masar/contracts/bodies';
import { InvalidFields, type FoundFault } from './field-faults.js';

const faultsListed = 100;

/**
 * Closed bodies and queries: unknown fields are refused, and every fault has a path and a code. A class without declared
 * fields is left alone here; `requireClosedBodies` sees at the start that no route takes its body or query by one.
 */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    const body = metatype as unknown as BodyClass | undefined;
    if (body === undefined || !shapeOf(body)) return value;
    const given = readBody(value ?? {}, body);
    const faults = checkBody(given, body);
    if (faults.length > 0) throw new InvalidFields(faults.slice(0, faultsListed) as readonly FoundFault[], type);
    return given;
  }
}
