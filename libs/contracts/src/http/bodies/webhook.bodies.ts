import { Type } from 'typebox';
import { Field, type ValueCheck } from './fields.js';
import { WordsField } from './values.js';

const eventType = /^[a-z-]+\.[a-z-]+\.v\d{1,3}$/;
const mostTypes = 100;
const longestUrl = 2_000;
const secretLength = { from: 16, to: 256 } as const;

const checkTypes: ValueCheck = (value) => {
  if (!Array.isArray(value)) return { code: 'field/type', expected: 'list' };
  if (value.length === 0 || value.length > mostTypes) return { code: 'field/length', expected: `1–${mostTypes}` };
  const at = value.findIndex((type) => typeof type !== 'string' || !eventType.test(type));
  return at < 0 ? undefined : { code: 'field/shape', expected: 'milestone.reached.v1', within: String(at) };
};

const checkUrl: ValueCheck = (value) => {
  if (typeof value !== 'string') return { code: 'field/type', expected: 'text' };
  const isAddress = value.length <= longestUrl && /^https?:\/\//i.test(value) && URL.canParse(value);
  return isAddress ? undefined : { code: 'field/shape', expected: 'https://…' };
};

/** Any text long enough that nobody guesses it; what signs is its UTF-8. */
const checkSecret: ValueCheck = (value) => {
  if (typeof value !== 'string') return { code: 'field/type', expected: 'text' };
  const { from, to } = secretLength;
  return value.length >= from && value.length <= to ? undefined : { code: 'field/length', expected: `${from}–${to}` };
};

/** An address that events are sent to. */
export class MakeWebhookBody {
  @Field(checkUrl, Type.String({ format: 'uri', maxLength: longestUrl })) url!: string;
  /** Absent: events of every type. */
  @Field(checkTypes, Type.Array(Type.String({ pattern: eventType.source }), { minItems: 1, maxItems: mostTypes }), {
    optional: true,
  })
  types?: string[];
  /** Signs each sending (HMAC-SHA256); told to nobody again. */
  @Field(checkSecret, Type.String({ minLength: secretLength.from, maxLength: secretLength.to })) secret!: string;
  /** A place in the feed to begin at; absent: its end. */
  @WordsField({ optional: true, longest: 500 }) after?: string;
}

export class ReplayWebhookBody {
  /** `next` of a page of the feed; absent: from the first event on. */
  @WordsField({ optional: true, longest: 500 }) after?: string;
}
