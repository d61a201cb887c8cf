import 'reflect-metadata';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { mayAsk, type Action, type Actor } from '@masar/access';
import { refuse } from '@masar/contracts';
import { isFromInside } from '../http/inside.js';
import { limitedKey, type LimitedWork, type RateLimits } from '../http/rate-limits.js';
import type { MasarRequest } from '../http/request.js';
import { actingIn, isRead, namedIn } from './acting.js';
import { sessionCookie, type Authenticator, type Credentials } from './authenticator.js';
import { permissionKey, publicKey } from './permission.js';

const bearer = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i;

/** The value of a cookie, of what a browser sends of them. */
export const cookieOf = (header: string | undefined, name: string): string | undefined => {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
};

/** The token of a request: `Authorization: Bearer`, else the cookie a browser holds. */
export const credentialsOf = (request: MasarRequest): Credentials | undefined => {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const token = bearer.exec(header)?.[1];
    return token === undefined ? undefined : { token, fromCookie: false };
  }
  const token = cookieOf(request.headers.cookie, sessionCookie);
  return token === undefined ? undefined : { token, fromCookie: true };
};

/** Whether the request comes from a page this host served. */
export const isOwnOrigin = (request: MasarRequest): boolean => {
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
};

/** A command a browser sends for a page of another house, with the cookie of whoever looks at it. */
export const isForeignCommand = (request: MasarRequest, { fromCookie }: Credentials): boolean =>
  fromCookie && !isRead(request) && !isOwnOrigin(request);

/** For a partner nothing exists but what is the partner's: not found, like an address that leads nowhere. */
const refuseTo = (actor: Actor, action: Action | undefined): never =>
  actor.partner === undefined
    ? refuse('access/denied', { action: action ?? 'none', grounds: 'no-role' })
    : refuse('read/not-found');

/** What a route says of itself, read once. */
interface RouteNeeds {
  readonly needed: 'nothing' | Action | undefined;
  readonly work: LimitedWork | undefined;
}

/** Asks `access` before any handler runs. What depends on the subject is asked again where the subject is known. */
export class PermissionGuard implements CanActivate {
  /** By handler: a route's decorators are read once. */
  readonly #needs = new WeakMap<object, RouteNeeds>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly limits?: RateLimits,
  ) {}

  #needsOf(handler: object): RouteNeeds {
    const known = this.#needs.get(handler);
    if (known) return known;
    const isPublic = Reflect.getMetadata(publicKey, handler) !== undefined;
    const needed: RouteNeeds['needed'] = isPublic
      ? 'nothing'
      : (Reflect.getMetadata(permissionKey, handler) as Action | undefined);
    const needs = { needed, work: Reflect.getMetadata(limitedKey, handler) as LimitedWork | undefined };
    this.#needs.set(handler, needs);
    return needs;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { needed: action, work } = this.#needsOf(context.getHandler());
    const request = context.switchToHttp().getRequest<MasarRequest>();
    if (work === 'sign-in') this.limits?.work(work, request);
    if (action === 'nothing') return true;
    if (action !== undefined) request.action = action;
    const credentials = credentialsOf(request);
    const person = credentials && (await this.authenticator.authenticate(credentials.token));
    if (!credentials || !person) return refuse('session/required');
    // Whoever is refused is known by then.
    request.actor = person;
    if (isForeignCommand(request, credentials)) return refuse('access/foreign-origin');
    if (!isFromInside(request)) this.limits?.person(person.user);
    if (work !== undefined && work !== 'sign-in') this.limits?.work(work, request, person.user);
    const actor =
      actingIn(person, action, request) ?? refuse('delegation/not-in-force', { from: namedIn(request)!.slice(0, 64) });
    if (action === undefined || !mayAsk(actor, action)) return refuseTo(actor, action);
    request.actor = actor;
    request.token = credentials.token;
    return true;
  }
}
