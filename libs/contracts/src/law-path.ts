import { Type, type Static } from 'typebox';
import { BilingualText, Id, OneOf, PartyText, Words, DateText } from './scalars.js';
import { lawOutcomes } from './vocabulary.js';

/** How long a body may take by law, from entering the stage, and the article that says so. */
const LegalClock = Type.Object({
  days: Type.Optional(Type.Integer({ minimum: 1 })),
  months: Type.Optional(Type.Integer({ minimum: 1 })),
  working: Type.Optional(Type.Boolean()),
  article: Type.Optional(Words),
});

export const LawStage = Type.Object({
  stage: Id,
  name: BilingualText,
  /** Who holds the law while it stands here; `owner` is the initiative's owner. */
  party: Type.Union([PartyText, Type.Literal('owner')]),
  /** Stages that may come next; loops go back to an earlier one and open a new visit. */
  next: Type.Array(Id),
  clock: Type.Optional(LegalClock),
  /** This stage is the publication: it takes `issue`, `number` and `inForceOn`. */
  publication: Type.Optional(Type.Boolean()),
  /** Where the law enters into force. */
  inForce: Type.Optional(Type.Boolean()),
  unconfirmed: Type.Optional(Type.Boolean({ description: 'not yet confirmed by a lawyer' })),
});
export type LawStage = Static<typeof LawStage>;

/** A law path is data: one per jurisdiction and instrument (definitions §8). */
export const LawPath = Type.Object({
  jurisdiction: Id,
  instrument: Id,
  version: Type.Integer({ minimum: 1 }),
  name: BilingualText,
  source: Type.Optional(Words),
  first: Type.Array(Id, { minItems: 1 }),
  stages: Type.Array(LawStage, { minItems: 1, maxItems: 64 }),
  outcomes: Type.Array(OneOf(lawOutcomes)),
  /** Bodies never ranked, shown as `constitutional-procedure` except to reviewers. */
  sovereign: Type.Array(PartyText),
  /** When a law published without `inForceOn` enters into force, counted from the day after publication unless `countedFrom` says from the publication itself. */
  inForceAfter: Type.Optional(
    Type.Object({
      days: Type.Optional(Type.Integer()),
      months: Type.Optional(Type.Integer()),
      countedFrom: Type.Optional(OneOf(['day-after-publication', 'publication'])),
      article: Type.Optional(Words),
    }),
  ),
  /** Yearly recesses `MM-DD`; their days do not count to a stall. */
  recesses: Type.Array(
    Type.Object({ from: Type.String({ pattern: '^\\d{2}-\\d{2}$' }), to: Type.String({ pattern: '^\\d{2}-\\d{2}$' }) }),
  ),
  confirmedOn: Type.Optional(DateText),
});
export type LawPath = Static<typeof LawPath>;

/** Which path a law was registered on; fixed for life. */
export const LawPathReference = Type.Object({
  jurisdiction: Id,
  instrument: Id,
  version: Type.Integer({ minimum: 1 }),
});
export type LawPathReference = Static<typeof LawPathReference>;
