import type { Actor } from '@masar/access';
import type { Role } from '@masar/contracts';
import type { Session } from './token-reader.js';

/** What the registry says of somebody: to himself, and to the services that ask about his token. */
export interface SessionAnswer extends Omit<Actor, 'onlyAccount' | 'standsInFor' | 'hand' | 'onBehalfOf'> {
  readonly onlyAccount: boolean;
  readonly standsInFor?: readonly StandInAnswer[];
  readonly expiresAt: string;
}

export interface StandInAnswer extends Pick<Actor, 'entity' | 'partner' | 'predecessors'> {
  readonly onBehalfOf: string;
  readonly roles: readonly Role[];
  readonly only: readonly string[];
}

const placeOf = ({ entity, partner, predecessors }: Pick<Actor, 'entity' | 'partner' | 'predecessors'>) => ({
  ...(entity === undefined ? {} : { entity }),
  ...(partner === undefined ? {} : { partner }),
  ...(predecessors === undefined ? {} : { predecessors }),
});

const standInView = (actor: Actor): StandInAnswer => ({
  onBehalfOf: actor.onBehalfOf!,
  roles: actor.roles,
  ...placeOf(actor),
  only: actor.only ?? [],
});

export const sessionView = (actor: Actor, { expiresAt }: Pick<Session, 'expiresAt'>): SessionAnswer => ({
  user: actor.user,
  roles: actor.roles,
  ...placeOf(actor),
  ...(actor.only === undefined ? {} : { only: actor.only }),
  ...(actor.standsInFor?.length ? { standsInFor: actor.standsInFor.map(standInView) } : {}),
  onlyAccount: actor.onlyAccount ?? false,
  expiresAt: new Date(expiresAt).toISOString(),
});

/** The person an answer speaks of, as every service of a cluster knows him. */
export const actorOfSession = (answer: SessionAnswer): Actor => {
  const { user, roles, only, onlyAccount, standsInFor } = answer;
  const hand = placeOf(answer);
  return {
    user,
    roles,
    ...hand,
    ...(only === undefined ? {} : { only }),
    ...(onlyAccount ? { onlyAccount } : {}),
    ...(standsInFor ? { standsInFor: standsInFor.map((one) => ({ ...one, user, hand })) } : {}),
  };
};
