import 'reflect-metadata';
import { SetMetadata } from '@nestjs/common';
import type { RefusalCode } from '@masar/contracts';

/** A JSON Schema, as TypeBox makes it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface AnswerDocumentation {
  readonly schema?: Schema;
  readonly status?: number;
  /** Default `application/json`; several where the asker chooses. */
  readonly media?: string | readonly string[];
  readonly description?: string;
  /** Other statuses the same answer comes with, and when. */
  readonly also?: Readonly<Record<number, string>>;
}

export const answersKey = 'masar:answers';
export const asksKey = 'masar:asks';
export const refusesKey = 'masar:refuses';
export const summaryKey = 'masar:summary';
export const bodyKey = 'masar:body';

/** What a route answers with, for the OpenAPI document; a read gives the TypeBox schema of its response. */
export const Answers = (schema: object | undefined, documentation: Omit<AnswerDocumentation, 'schema'> = {}) =>
  SetMetadata(answersKey, {
    ...(schema ? { schema: schema as Schema } : {}),
    ...documentation,
  } satisfies AnswerDocumentation);

/** A body that is not a DTO class: its media types and schema. */
export const Takes = (...bodies: readonly { readonly media: string; readonly schema: object }[]) =>
  SetMetadata(bodyKey, bodies);

/** Query parameters of a route that reads them by a TypeBox object schema instead of a DTO class. */
export const Asks = (schema: object) => SetMetadata(asksKey, schema);

/** The codes a route may refuse with, beside those every route of its kind may. */
export const Refuses = (...codes: readonly RefusalCode[]) => SetMetadata(refusesKey, codes);

/** One line in each language: what the route is for. */
export const Summary = (ar: string, en: string) => SetMetadata(summaryKey, { ar, en });
