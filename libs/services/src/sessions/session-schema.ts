import { Type } from 'typebox';
import { BilingualText, described, InstantText, OneOf, roles } from '@masar/contracts';

const place = {
  entity: Type.Optional(Type.String()),
  partner: Type.Optional(Type.String()),
  predecessors: Type.Optional(
    Type.Array(Type.String(), {
      description: 'entities whose place the own one has taken: what was theirs is its own',
    }),
  ),
};
/** In whose name the person may act now: `On-Behalf-Of` names one; without it, where the own rights end. */
const standIn = Type.Object({
  onBehalfOf: Type.String(),
  roles: Type.Array(OneOf(roles)),
  ...place,
  only: Type.Array(Type.String(), { description: 'what of that person’s rights was lent' }),
});

const session = {
  user: Type.String(),
  roles: Type.Array(OneOf(roles)),
  ...place,
  standsInFor: Type.Optional(Type.Array(standIn)),
  only: Type.Optional(Type.Array(Type.String(), { description: 'of a key: the only actions it may do' })),
  onlyAccount: Type.Boolean({ description: 'the one administrator holds every role' }),
  expiresAt: InstantText,
};
export const sessionSchema = Type.Object({
  ...session,
  name: Type.Optional(described(BilingualText, 'what the account is called, where it was given a name')),
  zone: Type.Optional(
    Type.String({ description: 'the time zone by which it is today for this person, as commands are judged' }),
  ),
});
/** Public keys as RFC 7517 writes them, and RFC 8037 those of this kind. */
export const sessionKeysSchema = Type.Object({
  keys: Type.Array(
    Type.Object({
      kty: Type.Literal('OKP'),
      crv: Type.Literal('Ed25519'),
      x: Type.String(),
      kid: Type.String({ description: 'the `kid` of the tokens signed with it: its thumbprint, RFC 7638' }),
      use: Type.Literal('sig'),
      alg: Type.Literal('EdDSA'),
    }),
  ),
});
export const ownSessionSchema = Type.Object({
  id: Type.String(),
  startedAt: InstantText,
  usedAt: InstantText,
  endsAt: InstantText,
  from: Type.String({ description: 'the address it was begun from' }),
  agent: Type.Optional(Type.String({ description: 'what the program said of itself' })),
  current: Type.Boolean({ description: 'the session that asks' }),
});
export const signedInSchema = Type.Object({ token: Type.String(), ...session });
