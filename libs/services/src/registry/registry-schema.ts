import { BilingualText, DateText, Id, InstantText } from '@masar/contracts';
import { Type } from 'typebox';

export const entitySchema = Type.Object({
  id: Id,
  name: BilingualText,
  jurisdiction: Id,
  zone: Type.String(),
  calendar: Id,
  parent: Type.Optional(Id),
  sector: Type.Optional(Id),
  source: Type.Optional(Type.Object({ system: Id, id: Type.String() })),
  registeredOn: DateText,
  succeeded: Type.Optional(Type.Object({ by: Id, on: DateText })),
  version: Type.Integer(),
  position: Type.String(),
});

export const calendarSchema = Type.Object({
  id: Id,
  name: BilingualText,
  weekends: Type.Array(
    Type.Object({ from: Type.Optional(DateText), days: Type.Array(Type.Integer({ minimum: 0, maximum: 6 })) }),
  ),
  version: Type.Integer(),
});

export const calendarDaySchema = Type.Object({
  id: DateText,
  date: DateText,
  off: Type.Boolean(),
  reason: Type.String(),
  scope: Type.Optional(
    Type.Object({ country: Type.Optional(Id), sector: Type.Optional(Id), entity: Type.Optional(Id) }),
  ),
  knownAt: InstantText,
});

export const calendarYearSchema = Type.Object({
  id: Type.String(),
  year: Type.Integer(),
  confirmed: Type.Boolean(),
  confirmedAt: Type.Optional(InstantText),
  computed: Type.Array(DateText),
});
