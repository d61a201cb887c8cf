import { randomBytes } from 'node:crypto';
import type { Actor } from '@masar/access';
import type { Authenticator } from '@masar/nest-kit';
import type { AccountRecords } from './account.js';
import type { Accounts } from './accounts.js';
import type { Session, SessionTokens } from './tokens.js';

/** Signs people in by the accounts of this data folder. What a person may do is read anew at each request, so that a change holds at once. */
export class LocalAuthenticator implements Authenticator {
  readonly #revoked: Set<string>;
  readonly #operators = new Map<string, string>();

  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: SessionTokens,
    private readonly records: AccountRecords,
  ) {
    this.#revoked = new Set(records.revoked(Date.now()));
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
    const session = this.tokens.verify(token);
    return session instanceof Promise ? session.then((read) => this.#actorOf(read)) : this.#actorOf(session);
  }

  #operator(user: string): Actor {
    return { user, roles: ['administrator'], ...(this.accounts.list().length <= 1 ? { onlyAccount: true } : {}) };
  }

  #actorOf(session: Session | undefined): Actor | undefined {
    if (!session || this.#revoked.has(session.id)) return undefined;
    return session.credential === this.accounts.credential(session.user)
      ? this.accounts.actor(session.user)
      : undefined;
  }

  async signIn(
    user: string,
    password: string,
    from: string,
  ): Promise<{ readonly token: string; readonly session: Session; readonly actor: Actor }> {
    // Read before the password is checked: one changed meanwhile leaves a session that has ended already.
    const credential = this.accounts.credential(user);
    const actor = await this.accounts.signIn(user, password, from);
    return { ...(await this.tokens.issue(user, credential)), actor };
  }

  async session(token: string): Promise<Session | undefined> {
    return this.tokens.verify(token);
  }

  async signOut(token: string): Promise<void> {
    const session = await this.tokens.verify(token);
    if (!session) return;
    this.#revoked.add(session.id);
    this.records.revoke(session.id, session.expiresAt);
  }
}
