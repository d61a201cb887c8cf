import { Field, Nested } from './fields.js';
import { BooleanField, SecretField, WordsField } from './values.js';
import { Type } from 'typebox';

export class SignInBody {
  @WordsField({ longest: 64 }) user!: string;
  @SecretField() password!: string;
  /** Of an authenticator, or a recovery code, where the account asks for one. */
  @WordsField({ optional: true, longest: 64 }) code?: string;
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

export class BatchedCommandBody {
  /** The command's own address, under /api: `/api/projects/P-1/milestones/m-1/reach`. */
  @WordsField({ longest: 500 }) path!: string;
  @Field(
    (value) => (isRecord(value) ? undefined : { code: 'field/type', expected: 'object' }),
    Type.Object({}, { additionalProperties: true, description: 'as the command takes it alone' }),
    // What the command is made of is checked as the command's own.
    { optional: true, verbatim: true },
  )
  body?: Record<string, unknown>;
  /** The command's Idempotency-Key. */
  @WordsField({ optional: true, longest: 200 }) key?: string;
}

export class BatchBody {
  @Nested(() => BatchedCommandBody, { atMost: 200 }) commands!: BatchedCommandBody[];
  /** All or none; all commands must be for one initiative. */
  @BooleanField({ optional: true }) atomic?: boolean;
}
