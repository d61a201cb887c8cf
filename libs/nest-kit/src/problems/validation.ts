import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { InvalidFields, type FieldFaultCode, type FoundFault } from './field-faults.js';

/** What class-validator's own constraints mean in our words; ours state their fault as JSON in the message. */
const ownConstraints: Readonly<Record<string, FieldFaultCode>> = {
  whitelistValidation: 'field/unknown',
  isIn: 'field/word',
  isEnum: 'field/word',
  min: 'field/range',
  max: 'field/range',
  isPositive: 'field/range',
  maxLength: 'field/length',
  minLength: 'field/length',
  isLength: 'field/length',
  arrayMaxSize: 'field/length',
  arrayMinSize: 'field/length',
  matches: 'field/shape',
};

const statedFault = (message: string): (Omit<FoundFault, 'path'> & { readonly within?: string }) | undefined => {
  if (!message.startsWith('{')) return undefined;
  try {
    return JSON.parse(message) as Omit<FoundFault, 'path'>;
  } catch {
    return undefined;
  }
};

const faultOf = (path: string, constraint: string, message: string, value: unknown): FoundFault => {
  const stated = statedFault(message);
  if (stated) {
    const { within, ...rest } = stated;
    return { ...rest, path: within ? `${path}.${within}` : path };
  }
  if (constraint === 'whitelistValidation') return { path, code: 'field/unknown' };
  if (value === undefined) return { path, code: 'field/missing' };
  return { path, code: ownConstraints[constraint] ?? 'field/type', expected: message };
};

const flatten = (errors: readonly ValidationError[], above: string): FoundFault[] =>
  errors.flatMap((error) => {
    const path = above ? `${above}.${error.property}` : error.property;
    const [constraint, message] = Object.entries(error.constraints ?? {})[0] ?? [];
    const own = constraint === undefined ? [] : [faultOf(path, constraint, message ?? '', error.value)];
    return [...own, ...flatten(error.children ?? [], path)];
  });

const faultsListed = 100;

/** Closed bodies and queries: unknown fields are refused, and every fault has a path and a code. */
export class FieldsPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: false, value: true },
      exceptionFactory: (errors) => new InvalidFields(flatten(errors, '').slice(0, faultsListed)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || metadata.type === 'param') return value;
    const dto = metadata.metatype as unknown;
    const checked = typeof dto === 'function' && ![String, Number, Boolean, Array, Object].includes(dto as never);
    if (!checked) return value;
    if (metadata.type === 'body' && !isRecord(value)) {
      if (value === undefined || value === null) return super.transform({}, metadata);
      throw new InvalidFields([{ path: '', code: 'field/type', expected: 'object' }]);
    }
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof InvalidFields && metadata.type === 'query'
        ? new InvalidFields(error.faults, 'query')
        : error;
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
