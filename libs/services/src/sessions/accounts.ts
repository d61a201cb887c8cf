import { hash as digest } from 'node:crypto';
import { Refusal, type Role } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { Account, AccountRecords } from './account.js';
import { hashPassword, makePassword, verifyPassword } from './passwords.js';

export const administrator = 'admin';

/** How often and how fast a name may be tried: after five failures in a row each further one doubles the wait, up to a minute. */
const freeFailures = 5;
const longestWait = 60_000;
const namesWatched = 10_000;

interface Failures {
  readonly count: number;
  readonly until: number;
}

/**
 * The accounts of this house. The one administrator holds every role while no second account exists, disabled or not:
 * switching others off gives nobody their rights (definitions §11).
 */
export class Accounts {
  readonly #credentials = new WeakMap<Account, string>();
  readonly #failures = new Map<string, Failures>();
  #nobody: Promise<string> | undefined;

  constructor(private readonly records: AccountRecords) {}

  get #accounts(): ReadonlyMap<string, Account> {
    return this.records.current().accounts;
  }

  get isEmpty(): boolean {
    return this.#accounts.size === 0;
  }

  list(): readonly Account[] {
    return [...this.#accounts.values()];
  }

  /** Names the password a session was begun with, and tells nothing about it: a new password ends every session of the old one. */
  credential(user: string): string {
    const account = this.#accounts.get(user);
    if (!account) return digest('sha256', '', 'base64url');
    // Asked at each request; an account that changes is another object.
    const known = this.#credentials.get(account) ?? digest('sha256', account.hash, 'base64url');
    this.#credentials.set(account, known);
    return known;
  }

  /** The person behind a name, with what it holds now; nothing for an unknown or disabled one. */
  actor(user: string): Actor | undefined {
    const accounts = this.#accounts;
    const account = accounts.get(user);
    if (!account || account.disabled) return undefined;
    return {
      user,
      roles: account.roles,
      ...(account.entity === undefined ? {} : { entity: account.entity }),
      ...(accounts.size === 1 && account.roles.includes('administrator') ? { onlyAccount: true } : {}),
    };
  }

  /** Checks a password; refuses `session/wrong-credentials`, or `rate/too-many` with the seconds to wait. */
  async signIn(user: string, password: string, from: string): Promise<Actor> {
    const key = `${user}\n${from}`;
    const failed = this.#failures.get(key);
    const now = Date.now();
    if (failed && failed.until > now)
      throw new Refusal('rate/too-many', { seconds: Math.ceil((failed.until - now) / 1000) });
    const account = this.#accounts.get(user);
    // An unknown name costs the same time as a known one.
    const hash = account?.hash ?? (await (this.#nobody ??= hashPassword(makePassword())));
    const right = await verifyPassword(password, hash);
    const actor = right && account ? this.actor(user) : undefined;
    if (!actor) {
      this.#failed(key, now);
      throw new Refusal('session/wrong-credentials');
    }
    this.#failures.delete(key);
    return actor;
  }

  #failed(key: string, now: number): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const wait = count < freeFailures ? 0 : Math.min(longestWait, 1000 * 2 ** (count - freeFailures));
    this.#failures.delete(key);
    if (this.#failures.size >= namesWatched) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(key, { count, until: now + wait });
  }

  /** Makes an account; refuses a name that is taken. Answers the password when it had to make one. */
  async add(
    user: string,
    options: { readonly roles: readonly Role[]; readonly entity?: string; readonly password?: string },
  ): Promise<{ readonly password?: string }> {
    const password = options.password ?? makePassword();
    const { roles, entity } = options;
    const account = { user, hash: await hashPassword(password), roles, disabled: false };
    const added = await this.records.add(entity === undefined ? account : { ...account, entity });
    if (!added) throw new Refusal('account/exists', { user });
    return options.password === undefined ? { password } : {};
  }

  /** The account keeps its name and loses every session at once. */
  disable(user: string): Promise<void> {
    return this.#change(user, { disabled: true });
  }

  /** A new password; a disabled account may sign in again. */
  async reset(user: string, password?: string): Promise<{ readonly password?: string }> {
    const made = password ?? makePassword();
    await this.#change(user, { hash: await hashPassword(made), disabled: false });
    return password === undefined ? { password: made } : {};
  }

  async #change(user: string, change: Partial<Pick<Account, 'hash' | 'disabled'>>): Promise<void> {
    if (!(await this.records.change(user, change))) throw new Refusal('account/unknown', { user });
  }
}
