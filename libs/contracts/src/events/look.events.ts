import { Type } from 'typebox';
import { DateText, Id } from '../scalars.js';

/** A reader's look at the portfolio: from its `recordedAt` on, `since=<id>`, or `since=look` for the last one, says what has changed. One stream a person: `looks/<user>`. */
export const lookEvents = {
  'look.taken.v1': Type.Object({ happenedOn: DateText, id: Type.Optional(Id) }),
};
