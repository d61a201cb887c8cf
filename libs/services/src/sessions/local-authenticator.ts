import { randomBytes } from 'node:crypto';
import type { Actor } from '@masar/access';
import { refuse, type Bilingual } from '@masar/contracts';
import type { Authenticator } from '@masar/nest-kit';
import type { AccountRecords } from './account.js';
import type { Accounts } from './accounts.js';
import { actorOfKey, holderOf, isServiceKey } from './service-keys.js';
import type { PublicKey } from './session-key.js';
import type { Session } from './token-reader.js';
import { Renewals, type Renewal } from './renewals.js';
import { browserTokenMinutes, longestTokenMinutes } from './session-key.js';
import { standInsOf, type Places } from './stand-ins.js';
import type { SessionTokens } from './tokens.js';

/** Somebody who has just signed in, or whose session goes on. */
export interface SignedIn {
  readonly token: string;
  readonly session: Session;
  readonly actor: Actor;
  readonly renewal: Renewal;
}

/** How somebody signs in, beside the password. */
export interface Presented {
  /** Of an authenticator or a recovery code, where the account asks for one. */
  readonly code?: string;
  /** A page renews its session by its cookie: its tokens are short. */
  readonly isBrowser?: boolean;
}

/** Signs people in by the accounts. What a person may do is read anew at each request, so that a change holds at once. */
export class LocalAuthenticator implements Authenticator {
  readonly #operators = new Map<string, string>();
  readonly renewals: Renewals;
  #places: Places | undefined;

  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: SessionTokens,
    private readonly records: AccountRecords,
    private readonly minutes: number = longestTokenMinutes,
  ) {
    this.renewals = new Renewals(records, accounts);
  }

  /** Where people belong and what day it is there: from then on successions and delegations hold. */
  standOn(places: Places): void {
    this.#places = places;
  }

  /** By which zone it is told what day it is for somebody; nothing where nobody knows yet where people belong. */
  zoneOf(actor: Actor): string | undefined {
    return this.#places?.zone(actor);
  }

  /** What somebody is called: told to the person alone, also to one of a partner, to whom nobody else has a name. */
  nameOf({ user }: Actor): Bilingual | undefined {
    return this.records.current().accounts.get(user)?.name;
  }

  /** What other services check tokens with. */
  get publicKeys(): readonly PublicKey[] {
    return this.tokens.published;
  }

  /**
   * A token for whoever holds the data folder itself, known to this process only. It administers; while there is no second
   * account it holds what the one administrator holds (definitions §11), so that an import works on a folder too.
   */
  operatorToken(user: string): string {
    const token = randomBytes(32).toString('base64url');
    this.#operators.set(token, `operator:${user}`);
    return token;
  }

  authenticate(token: string): Actor | undefined | Promise<Actor | undefined> {
    const operator = this.#operators.get(token);
    if (operator !== undefined) return this.#operator(operator);
    if (isServiceKey(token)) return this.#program(token);
    const session = this.tokens.verify(token);
    return session instanceof Promise ? session.then((read) => this.#actorOf(read)) : this.#actorOf(session);
  }

  /** A key that is unknown here may have been made a moment ago beside another registry. */
  #program(token: string): Actor | undefined | Promise<Actor | undefined> {
    const find = () => {
      const holder = holderOf(token, this.records.current());
      return holder && this.#placed(actorOfKey(holder));
    };
    return find() ?? this.records.refresh().then(find);
  }

  #operator(user: string): Actor {
    return { user, roles: ['administrator'], ...(this.accounts.list().length <= 1 ? { onlyAccount: true } : {}) };
  }

  /** A good token that the accounts know nothing of may have been begun a moment ago beside another registry: they are read again before it is refused. */
  #actorOf(session: Session | undefined): Actor | undefined | Promise<Actor | undefined> {
    if (!session || this.records.current().revoked.has(session.id)) return undefined;
    return this.#knownActor(session) ?? this.records.refresh().then(() => this.#knownActor(session));
  }

  #knownActor(session: Session): Actor | undefined {
    const actor = session.credential === this.accounts.credential(session.user) && this.accounts.actor(session.user);
    return actor ? this.#standing(actor) : undefined;
  }

  #placed(actor: Actor): Actor {
    return this.#places && actor.entity !== undefined ? { ...actor, ...this.#places.of(actor) } : actor;
  }

  /** With the place of today, and those in whose name the person may act today. */
  #standing(actor: Actor): Actor {
    const placed = this.#placed(actor);
    const standsInFor = this.#places ? standInsOf(placed, this.records.current(), this.#places) : [];
    return standsInFor.length === 0 ? placed : { ...placed, standsInFor };
  }

  async signIn(
    user: string,
    password: string,
    from: string,
    agent?: string,
    { code, isBrowser = false }: Presented = {},
  ): Promise<SignedIn> {
    await this.records.refresh();
    // Read before the password is checked: one changed meanwhile leaves a session that has ended already.
    const credential = this.accounts.credential(user);
    const actor = await this.accounts.signIn(user, password, from, code);
    const begun = await this.#begin(actor, credential, from, agent, isBrowser);
    return begun ?? refuse('session/wrong-credentials');
  }

  /** A session of somebody whom another house has vouched for; always a browser's. */
  async admit(user: string, from: string, agent?: string): Promise<SignedIn> {
    const actor = this.accounts.actor(user) ?? refuse('account/disabled', { user });
    const begun = await this.#begin(actor, this.accounts.credential(user), from, agent, true);
    return begun ?? refuse('account/disabled', { user });
  }

  /** Undefined for whom others shut out while the session began: whoever ended his sessions did not see this one yet. */
  async #begin(
    actor: Actor,
    credential: string,
    from: string,
    agent: string | undefined,
    isBrowser: boolean,
  ): Promise<SignedIn | undefined> {
    const { user } = actor;
    const { session, renewal } = await this.renewals.begin(user, credential, from, agent);
    await this.records.refresh();
    if (!this.accounts.actor(user) || this.accounts.credential(user) !== credential) {
      await this.renewals.end(session.id);
      return undefined;
    }
    const minutes = isBrowser ? this.#renewedMinutes : this.minutes;
    const issued = await this.tokens.issue(user, credential, { ...session, minutes });
    return { ...issued, actor: this.#standing(actor), renewal };
  }

  get #renewedMinutes(): number {
    return Math.min(browserTokenMinutes, this.minutes);
  }

  /** Another token of a session that goes on. */
  async renew(secret: string): Promise<SignedIn> {
    const { session, renewal, actor } = await this.renewals.renew(secret);
    const issued = await this.tokens.issue(session.user, session.credential, {
      ...session,
      minutes: this.#renewedMinutes,
    });
    return { ...issued, actor: this.#standing(actor), renewal };
  }

  /** When what a request came with ends. */
  async session(token: string): Promise<Pick<Session, 'id' | 'expiresAt'> | undefined> {
    const key = holderOf(token, this.records.current())?.key;
    if (key) return { id: key.id, expiresAt: key.until };
    return this.tokens.verify(token);
  }

  async signOut(token: string): Promise<void> {
    const session = await this.tokens.verify(token);
    if (session) await this.renewals.end(session.id);
  }
}
