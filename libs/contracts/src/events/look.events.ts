import { Type } from 'typebox';
import { DateText } from '../scalars.js';

/** A reader's look at the portfolio: from its `recordedAt` on, `since=look` says what has changed. One stream a person: `looks/<user>`. */
export const lookEvents = {
  'look.taken.v1': Type.Object({ happenedOn: DateText }),
};
