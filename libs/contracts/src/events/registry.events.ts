import { Type } from 'typebox';
import { BilingualText, DateText, described, Id, Words } from '../scalars.js';
import { LawPath } from '../law-path.js';

const happenedOn = DateText;

/** Whom a calendar day applies to. */
const CalendarScope = Type.Object({
  country: Type.Optional(Id),
  sector: Type.Optional(Id),
  entity: Type.Optional(Id),
});

export const registryEvents = {
  'entity.registered.v1': Type.Object({
    happenedOn,
    name: BilingualText,
    jurisdiction: Id,
    zone: Type.String({ description: 'IANA, where its days end' }),
    calendar: Id,
    parent: Type.Optional(Id),
    sector: Type.Optional(Id),
    source: Type.Optional(Type.Object({ system: Id, id: Words })),
  }),
  'entity.succeeded.v1': Type.Object({ happenedOn, by: described(Id, 'the entity that took over') }),
  'calendar.day-set.v1': Type.Object({
    happenedOn,
    date: DateText,
    off: Type.Boolean({ description: 'off, or worked although a weekend or a holiday' }),
    reason: Words,
    scope: Type.Optional(described(CalendarScope, 'absent: everybody on that calendar')),
  }),
  'calendar.year-confirmed.v1': Type.Object({ happenedOn, year: Type.Integer({ minimum: 1900, maximum: 2200 }) }),
  'path.published.v1': Type.Object({ happenedOn, path: LawPath }),
};
