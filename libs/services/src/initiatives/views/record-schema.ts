import { DateText, InstantText } from '@masar/contracts';
import { Type, type TSchema } from 'typebox';

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What `recordOf` says of every item. */
export const recorded = {
  recordedBy: Type.String(),
  recordedAt: InstantText,
  version: Type.Integer({ description: 'of the event that made it' }),
};

/** Of what somebody decides, once it is decided. */
export const decided = { decidedOn: Type.Optional(DateText), decidedBy: Type.Optional(Type.String()) };
