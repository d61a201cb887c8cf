import { Type, type TSchema } from 'typebox';

/** A calendar date `YYYY-MM-DD`, without zone: it ends at midnight in the zone of whatever it belongs to. */
export type LocalDate = string & { readonly __date?: never };
/** An instant, ISO 8601 in UTC with milliseconds (`2026-03-01T09:00:00.000Z`), so that text order is time order. */
export type Instant = string & { readonly __instant?: never };
/** Text in Arabic, English or both; at least one. */
export interface Bilingual {
  readonly ar?: string;
  readonly en?: string;
}
/** The three kinds of initiative. Later kinds attach by adding here, never by a `switch` elsewhere. */
export const initiativeKinds = ['projects', 'laws', 'policies'] as const;
export type InitiativeKind = (typeof initiativeKinds)[number];

/** `entity:<id>`, `partner:<id>` or one of the constitutional bodies. */
export type Party = string & { readonly __party?: never };
const entityPrefix = 'entity:';
/** The entity a party is; undefined for a partner, a body of the constitution, and whatever is no party at all. */
export const entityOfParty = (party: unknown): string | undefined =>
  typeof party === 'string' && party.startsWith(entityPrefix) ? party.slice(entityPrefix.length) : undefined;
const partnerPrefix = 'partner:';
/** The partner a party is; undefined for whatever else. */
export const partnerOfParty = (party: unknown): string | undefined =>
  typeof party === 'string' && party.startsWith(partnerPrefix) ? party.slice(partnerPrefix.length) : undefined;
export const constitutionalParties = ['cabinet', 'legislature', 'head-of-state', 'gazette', 'judiciary'] as const;
/** Bodies never ranked, where no law path says otherwise. */
export const sovereignParties = ['head-of-state', 'legislature', 'judiciary'] as const;
/** Read instead of a sovereign body by whoever may not see it (definitions §3). */
export const hiddenParty = 'constitutional-procedure';

/** `<collection>/<id>`: one thing for life. */
export type StreamName = `${string}/${string}`;
/** `<stream>@<version>`: a place in a stream, for `atLeast`, `because` and as event id. */
export type Position = `${string}/${string}@${number}`;

export const idPattern = '^[A-Za-z0-9._-]{1,64}$';
/** An id as somebody may give it: none of the two that no address can name. What is on record keeps `idPattern`. */
export const givenIdPattern = '^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}$';
export const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';
export const partyPattern =
  '^(entity:[A-Za-z0-9._-]{1,64}|partner:[A-Za-z0-9._-]{1,64}|cabinet|legislature|head-of-state|gazette|judiciary)$';

export const Id = Type.String({ pattern: idPattern });
export const GivenId = Type.String({ pattern: givenIdPattern });
export const DateText = Type.Unsafe<LocalDate>(Type.String({ pattern: datePattern, description: 'YYYY-MM-DD' }));
export const InstantText = Type.Unsafe<Instant>(Type.String({ description: 'ISO 8601 instant with offset' }));
export const PartyText = Type.Unsafe<Party>(Type.String({ pattern: partyPattern }));
export const Words = Type.String({ minLength: 1, maxLength: 4000 });
export const BilingualText = Type.Object(
  {
    ar: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    en: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  { minProperties: 1 },
);
/** The same schema with what the field is for: readers find it in AsyncAPI and in the event reference. */
export const described = <T extends TSchema>(schema: T, description: string): T =>
  Object.defineProperties({} as T, {
    ...Object.getOwnPropertyDescriptors(schema),
    description: { value: description, enumerable: true },
  });
/** One of a closed list of words, as a JSON Schema enum. */
export const OneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...words] }));
