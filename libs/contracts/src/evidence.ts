import { Type, type Static } from 'typebox';
import { Words } from './scalars.js';

/** One item of evidence: an https link (never fetched by the server) or a file kept by its SHA-256. */
export const Evidence = Type.Object({
  title: Words,
  url: Type.Optional(Type.String({ pattern: '^https://', maxLength: 2000 })),
  file: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  note: Type.Optional(Words),
});
export type Evidence = Static<typeof Evidence>;
