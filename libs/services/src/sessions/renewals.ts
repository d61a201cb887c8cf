import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { refuse, type Actor } from '@masar/contracts';
import type { AccountRecords, RenewableSession } from './account.js';
import type { Accounts } from './accounts.js';
import { endSession, endSessionsOf } from './ended-sessions.js';

const hour = 3_600_000;
/** A session ends when nobody renewed it for a working day and a little, and after a week in any case. */
const idleMs = 12 * hour;
const longestMs = 7 * 24 * hour;
const longestAgent = 200;

/** What renews a session once: told to the browser, kept by its digest alone. */
export interface Renewal {
  readonly secret: string;
  readonly until: number;
}

export interface Renewed {
  readonly session: Pick<RenewableSession, 'id' | 'user' | 'credential' | 'endsAt'>;
  readonly renewal: Renewal;
  readonly actor: Actor;
}

const digestOf = (secret: string): string => hash('sha256', secret, 'base64url');
const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const secretFor = (id: string): string => `${id}.${randomBytes(32).toString('base64url')}`;
const idOf = (secret: string): string => secret.slice(0, Math.max(0, secret.indexOf('.')));

/**
 * Sessions that go on: each renewal takes the place of the one before. One that was used already is in two hands, so that
 * nothing tells the thief from the owner: the session ends for both (RFC 9700, refresh token rotation).
 */
export class Renewals {
  constructor(
    private readonly records: AccountRecords,
    private readonly accounts: Accounts,
  ) {}

  async begin(user: string, credential: string, from: string, agent?: string): Promise<Omit<Renewed, 'actor'>> {
    const [id, now] = [randomUUID(), Date.now()];
    const secret = secretFor(id);
    const session = {
      ...{ id, user, credential, from },
      digest: digestOf(secret),
      ...{ startedAt: now, usedAt: now, until: now + idleMs, endsAt: now + longestMs },
      ...(agent === undefined ? {} : { agent: agent.slice(0, longestAgent) }),
    };
    await this.records.begin(session);
    return { session, renewal: { secret, until: session.until } };
  }

  /** Refuses `session/required` for what renews nothing, `session/reused` for what did so before: then the session is over. */
  async renew(secret: string): Promise<Renewed> {
    const session = (await this.records.session(idOf(secret))) ?? refuse('session/required');
    const { id, user, credential, digest, endsAt } = session;
    const now = Date.now();
    if (!same(digestOf(secret), digest)) return this.#reused(id);
    await this.records.refresh();
    const actor = this.accounts.credential(user) === credential ? this.accounts.actor(user) : undefined;
    if (!actor || session.until <= now || endsAt <= now) {
      await this.records.end(id);
      return refuse('session/required');
    }
    const next = secretFor(id);
    const until = Math.min(now + idleMs, endsAt);
    if (!(await this.records.renew(id, digest, { digest: digestOf(next), usedAt: now, until })))
      return this.#reused(id);
    return { session, renewal: { secret: next, until }, actor };
  }

  async #reused(id: string): Promise<never> {
    await this.end(id);
    return refuse('session/reused');
  }

  /** Nothing renews the session any more, and its tokens open nothing. */
  async end(id: string): Promise<void> {
    await endSession(this.records, id);
  }

  of(user: string): Promise<readonly RenewableSession[]> {
    return this.records.sessionsOf(user);
  }

  /** Ends one of the user's own; answers false when it is none of his. */
  async endOne(user: string, id: string): Promise<boolean> {
    const session = await this.records.session(id);
    if (session?.user !== user) return false;
    await this.end(id);
    return true;
  }

  async endAll(user: string): Promise<void> {
    await endSessionsOf(this.records, user);
  }
}
