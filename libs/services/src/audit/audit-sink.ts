import type { Action } from '@masar/access';
import type { AuditSink, AuditWeight, MasarRequest, Settings } from '@masar/nest-kit';
import type { StreamName } from '@masar/contracts';
import type { AuditEntry, AuditOutcome } from './audit-entry.js';
import type { AuditWriter } from './audit-writer.js';
import { printable } from './printable.js';
import type { RestrictedStreams } from './restricted-streams.js';

/** Reads that are on record before their answer goes out: what leaves the house as a file, what is a partner's, the audit. */
const waited: ReadonlySet<Action> = new Set<Action>([
  'export.read',
  'file.read',
  'partner.read',
  'partner.inbox',
  'commitment.read',
  'audit.read',
]);
/** Reads that are on record: of many things at once, where what is restricted may be among them, and of people. */
const noted: ReadonlySet<Action> = new Set<Action>([
  'portfolio.read',
  'milestone.list',
  'changes.read',
  'live.read',
  'delays.read',
  'calendar.foresee',
  'events.read',
  'inbox.read',
  'person.read',
  'service-account.read',
  'import.read',
  'webhook.read',
]);
const refusedStatuses = new Set([401, 403, 404, 429]);
const reads = new Set(['GET', 'HEAD']);
const ofInitiative = /^\/api\/(?:timelines\/)?(?::kind|projects|laws|policies)\/:id(?:\/|$)/;
const ofKind = /^\/api\/(?:projects|laws|policies)$/;
const signingIn = '/api/session';

const routeOf = (request: MasarRequest): string => request.routeOptions?.url ?? '';

/** The stream that a read of one initiative is of. */
const streamOf = (request: MasarRequest): StreamName | undefined => {
  if (!ofInitiative.test(routeOf(request))) return undefined;
  const { kind, id } = request.params as { readonly kind?: string; readonly id?: string };
  const named = kind ?? /\/(projects|laws|policies)\//.exec(routeOf(request))?.[1];
  return named && id ? `${named}/${id}` : undefined;
};

/** The address as its route has it, with what it names, but for what opens something. */
const subjectOf = (request: MasarRequest): string => {
  const parameters = (request.params ?? {}) as Readonly<Record<string, string>>;
  const shown = (name: string) => (name === 'token' ? '…' : (parameters[name] ?? ''));
  return printable(routeOf(request).replace(/:(\w+)/g, (_, name: string) => shown(name)));
};

/** Who is meant: signed in, or of a sign-in the name that is tried. */
const userOf = ({ actor, body, ...request }: MasarRequest, route: string): string | undefined => {
  if (actor) return actor.user;
  if (route !== signingIn || request.method === 'GET') return undefined;
  const { user } = (body ?? {}) as { readonly user?: unknown };
  return typeof user === 'string' ? printable(user, 64) : undefined;
};

/** A browser that signs in is led back to the door with a refusal: that is none the less one. */
const outcomeOf = (status: number, refused: string | undefined): AuditOutcome =>
  status >= 500 ? 'failed' : status >= 400 || refused !== undefined ? 'refused' : 'done';

/** Actions of routes that ask for no right. */
const named: Readonly<Record<string, string>> = {
  [signingIn]: 'session.sign-in',
  '/api/session/oidc/callback': 'session.sign-in',
  '/api/session/refresh': 'session.renew',
  '/api/invitations/:token': 'invitation.use',
};

/** What is on record of the requests of a process. */
export class RequestAudit implements AuditSink {
  constructor(
    private readonly writer: AuditWriter,
    private readonly restricted: RestrictedStreams,
    private readonly service: string,
    private readonly commands: Settings['auditCommands'] = 'all',
  ) {}

  weigh(request: MasarRequest, status: number, isRecorded: boolean): AuditWeight | Promise<AuditWeight> {
    const route = routeOf(request);
    if (!route.startsWith('/api/')) return 'pass';
    const { action } = request;
    if (action === undefined && !(route in named)) return 'pass';
    if (refusedStatuses.has(status)) return 'note';
    // A browser renews a session each quarter of an hour: only what fails of that is of interest.
    if (route === '/api/session/refresh') return status < 400 ? 'pass' : 'note';
    if (isRecorded && this.commands === 'unrecorded') return 'pass';
    if (action === undefined || !reads.has(request.method)) return 'note';
    if (status >= 400) return 'pass';
    if (waited.has(action)) return 'wait';
    if (noted.has(action) || ofKind.test(route)) return 'note';
    const stream = streamOf(request);
    return stream === undefined ? 'pass' : this.#ofStream(stream);
  }

  #ofStream(stream: StreamName): AuditWeight | Promise<AuditWeight> {
    const isRestricted = this.restricted.isRestricted(stream);
    if (typeof isRestricted === 'boolean') return isRestricted ? 'wait' : 'pass';
    return isRestricted.then((is) => (is ? 'wait' : 'pass'));
  }

  note(request: MasarRequest, status: number): void {
    this.writer.note(this.#line(request, status));
  }

  keep(request: MasarRequest, status: number): Promise<void> {
    return this.writer.keep(this.#line(request, status));
  }

  #line(request: MasarRequest, status: number): Omit<AuditEntry, 'id' | 'at'> {
    const route = routeOf(request);
    const user = userOf(request, route);
    const { onBehalfOf } = request.actor ?? {};
    return {
      ...(user === undefined ? {} : { user }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      action: request.action ?? named[route] ?? 'none',
      subject: subjectOf(request),
      method: request.method,
      outcome: outcomeOf(status, request.refused),
      status,
      ...(request.refused === undefined ? {} : { code: request.refused }),
      address: printable(request.ip, 64),
      request: request.id,
      service: this.service,
    };
  }
}
