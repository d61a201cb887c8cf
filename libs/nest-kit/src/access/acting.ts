import { mayAsk, type Action, type Actor } from '@masar/access';
import type { MasarRequest } from '../http/request.js';
import { nameHeader, type Authenticator } from './authenticator.js';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request changes nothing, by its method. */
export const isRead = ({ method }: Pick<MasarRequest, 'method'>): boolean => reads.has(method);

/** Whom a request names to be made in the name of. */
export const namedIn = ({ headers }: Pick<MasarRequest, 'headers'>): string | undefined => {
  const named = headers[nameHeader];
  return typeof named === 'string' ? named : undefined;
};

/**
 * Who acts in a request: whom it names, that one alone, else the person himself; of a command he may not give, whom he stands
 * in for and that may. What is read depends on nobody's leave. Which of several has the right to the very thing is looked at
 * again where the thing is known. Undefined when whom it names has lent the person nothing.
 */
export const actingIn = (
  person: Actor,
  action: Action | undefined,
  request: Pick<MasarRequest, 'method' | 'headers'>,
): Actor | undefined => {
  const named = namedIn(request);
  const others = person.standsInFor ?? [];
  if (named !== undefined && named !== person.user) return others.find(({ onBehalfOf }) => onBehalfOf === named);
  if (action === undefined || isRead(request) || mayAsk(person, action)) return person;
  const [first, ...rest] = others.filter((other) => mayAsk(other, action));
  return first ? { ...first, standsInFor: rest } : person;
};

/**
 * Who acts in a request that goes on after it was let in, as the guard would find now: nobody once the session has ended, the
 * delegation or the right.
 */
export const stillActingIn = async (
  authenticator: Authenticator,
  request: Pick<MasarRequest, 'method' | 'headers' | 'token' | 'action'>,
): Promise<Actor | undefined> => {
  const { token, action } = request;
  const person = token === undefined ? undefined : await authenticator.authenticate(token);
  const actor = person && actingIn(person, action, request);
  return actor && action !== undefined && mayAsk(actor, action) ? actor : undefined;
};
