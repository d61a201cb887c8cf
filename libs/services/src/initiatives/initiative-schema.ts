import {
  audiences,
  BilingualText,
  DateText,
  Id,
  initiativeStatuses,
  InstantText,
  LawPathReference,
  OneOf,
} from '@masar/contracts';
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

export const eventPageSchema = pageSchema(
  Type.Object({
    type: Type.String(),
    version: Type.Integer(),
    happenedOn: DateText,
    recordedAt: InstantText,
    knownAt: InstantText,
    actor: Type.String(),
    data: Type.Object({}),
    hash: Type.String(),
    prevhash: Type.String(),
  }),
);
