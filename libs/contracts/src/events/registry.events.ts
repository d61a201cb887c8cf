import { Type } from 'typebox';
import { BilingualText, DateText, Id, Words } from '../scalars.js';
import { LawPath } from '../law-path.js';

const happenedOn = DateText;

/** Whom a calendar day applies to; absent: everybody on that calendar. */
export const CalendarScope = Type.Object({
  country: Type.Optional(Id),
  sector: Type.Optional(Id),
  entity: Type.Optional(Id),
});

export const registryEvents = {
  'entity.registered.v1': Type.Object({
    happenedOn,
    name: BilingualText,
    jurisdiction: Id,
    zone: Type.String(),
    calendar: Id,
    parent: Type.Optional(Id),
    sector: Type.Optional(Id),
    source: Type.Optional(Type.Object({ system: Id, id: Words })),
  }),
  'entity.succeeded.v1': Type.Object({ happenedOn, by: Id }),
  'calendar.day-set.v1': Type.Object({
    happenedOn,
    date: DateText,
    off: Type.Boolean(),
    reason: Words,
    scope: Type.Optional(CalendarScope),
  }),
  'calendar.year-confirmed.v1': Type.Object({ happenedOn, year: Type.Integer({ minimum: 1900, maximum: 2200 }) }),
  'path.published.v1': Type.Object({ happenedOn, path: LawPath }),
};
