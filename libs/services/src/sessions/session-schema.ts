import { Type } from 'typebox';
import { InstantText, OneOf, roles } from '@masar/contracts';

const session = {
  user: Type.String(),
  roles: Type.Array(OneOf(roles)),
  entity: Type.Optional(Type.String()),
  onlyAccount: Type.Boolean({ description: 'the one administrator holds every role' }),
  expiresAt: InstantText,
};
export const sessionSchema = Type.Object(session);
export const signedInSchema = Type.Object({ token: Type.String(), ...session });
