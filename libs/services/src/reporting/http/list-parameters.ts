import {
  confidenceColours,
  idPattern,
  initiativeKinds,
  initiativeStatuses,
  milestoneStatuses,
  partyPattern,
} from '@masar/contracts';
import { Type } from 'typebox';
import { sortWords } from '../queries/portfolio-order.js';

/** Query parameters as the description of the interface lists them; what is checked is checked by `QueryParameters`. */
const date = Type.String({ format: 'date' });
const words = (known: readonly string[]) =>
  Type.Optional(Type.String({ description: `one or more, parted by commas: ${known.join(', ')}` }));

export const readShape = {
  on: Type.Optional(Type.String({ format: 'date', description: 'the day read; default knownOn, else today' })),
  knownOn: Type.Optional(Type.String({ description: 'a date, or an instant: only what was known by then' })),
  atLeast: Type.Optional(Type.String({ description: 'a position: wait until it is folded' })),
  waitMs: Type.Optional(Type.Integer({ minimum: 0, default: 2000, description: 'at most a minute is waited' })),
};
const pageShape = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  cursor: Type.Optional(Type.String()),
};

export const timelineShape = Type.Object(readShape);
export const linksShape = Type.Object({ atLeast: readShape.atLeast, waitMs: readShape.waitMs });
export const portfolioShape = Type.Object({
  kind: words(initiativeKinds),
  owner: Type.Optional(Type.String({ pattern: idPattern })),
  challenge: Type.Optional(Type.String({ pattern: idPattern })),
  status: words(initiativeStatuses),
  colour: words(confidenceColours),
  late: Type.Optional(
    Type.Boolean({ description: 'a milestone is missed, or the date promised last has moved past the first promise' }),
  ),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(Type.String({ description: `a field, - before it for descending: ${sortWords.join(', ')}` })),
  ...pageShape,
  ...readShape,
});
export const milestonesShape = Type.Object({
  kind: words(initiativeKinds),
  status: words(milestoneStatuses),
  party: Type.Optional(Type.String({ pattern: partyPattern })),
  owner: Type.Optional(Type.String({ pattern: idPattern })),
  dueBefore: Type.Optional(date),
  member: Type.Optional(Type.Boolean({ description: 'of initiatives the reader is a member of' })),
  ...pageShape,
  ...readShape,
});
export const changesShape = Type.Object({
  since: Type.String({ description: 'an instant, or `look`: since the reader last kept a look' }),
  ...pageShape,
  knownOn: readShape.knownOn,
  atLeast: readShape.atLeast,
  waitMs: readShape.waitMs,
});
export const delaysShape = Type.Object({
  kind: words(initiativeKinds),
  owner: Type.Optional(Type.String({ pattern: idPattern })),
  ...readShape,
});
export const calendarChangeShape = Type.Object({
  calendar: Type.String({ pattern: idPattern, description: 'the calendar whose day would be set' }),
  date: Type.String({ format: 'date' }),
  off: Type.Boolean({ description: 'off, or worked' }),
  country: Type.Optional(Type.String({ pattern: idPattern })),
  sector: Type.Optional(Type.String({ pattern: idPattern })),
  entity: Type.Optional(Type.String({ pattern: idPattern })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, default: 50, description: 'initiatives looked at for one page' }),
  ),
  cursor: pageShape.cursor,
});
export const parkedShape = Type.Object(pageShape);
export const exportShape = Type.Object({
  ...readShape,
  lang: Type.Optional(
    Type.String({ enum: ['ar', 'en'], description: 'of a workbook: its language; absent: by `Accept-Language`' }),
  ),
});
export const feedShape = Type.Object({
  after: Type.Optional(Type.String({ description: '`next` of the page before' })),
  types: Type.Optional(Type.String({ description: 'event types, parted by commas' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  waitMs: Type.Optional(Type.Integer({ minimum: 0, default: 0, description: 'at most half a minute is waited' })),
});

/** Names of the parameters of a shape. */
export const namesOf = ({ properties }: { readonly properties: object }): readonly string[] => Object.keys(properties);
