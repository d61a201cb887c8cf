import { audiences, BilingualText, DateText, Id, initiativeStatuses, LawPathReference, OneOf } from '@masar/contracts';
import { Type } from 'typebox';
import { pageSchema } from '../platform/page.js';

const dateOrNull = Type.Union([DateText, Type.Null()]);

export const initiativeSchema = Type.Object(
  {
    kind: Id,
    id: Id,
    title: BilingualText,
    type: Type.Optional(Id),
    owner: Id,
    status: OneOf(initiativeStatuses),
    audience: OneOf(audiences),
    partnerTitle: Type.Optional(BilingualText),
    startedOn: dateOrNull,
    endedOn: dateOrNull,
    path: Type.Optional(LawPathReference),
    source: Type.Optional(Type.Object({ system: Id, id: Type.String() })),
    version: Type.Integer(),
    position: Type.String(),
  },
  { title: 'Initiative' },
);
export const initiativePageSchema = pageSchema(initiativeSchema);
