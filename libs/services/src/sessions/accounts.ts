import { hash as digest } from 'node:crypto';
import { Refusal, refuse, type Role } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { Account, AccountChange, AccountRecords } from './account.js';
import { lineBy } from './account-line.js';
import { actorOfAccount } from './actor-of-account.js';
import { Attempts } from './attempts.js';
import { endSessionsOf } from './ended-sessions.js';
import type { SecondFactors } from './second-factors.js';
import { requireSoundStanding } from '../people/standing-rules.js';
import { hashPassword, makePassword, verifyPassword } from './passwords.js';

export const administrator = 'admin';

/** An account that begins with a password; `by` is whoever makes it, for its history. */
export interface NewAccount {
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
  readonly password?: string;
  readonly by?: string;
}

/**
 * The accounts of this house. The one administrator holds every role while no second account exists, disabled or not:
 * switching others off gives nobody their rights (definitions §11).
 */
export class Accounts {
  readonly #credentials = new WeakMap<Account, string>();
  readonly #passwords = new Attempts(new Set(['session/wrong-credentials']));
  readonly #codes = new Attempts(new Set(['session/wrong-code', 'second-factor/wrong-code']));
  #nobody: Promise<string> | undefined;

  constructor(
    readonly records: AccountRecords,
    private readonly factors?: SecondFactors,
  ) {}

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
    return actorOfAccount(account, accounts.size);
  }

  /**
   * Checks a password, and the code where the account asks for one. Refuses `session/wrong-credentials`,
   * `session/code-required`, `session/wrong-code`, or `rate/too-many` with the seconds to wait.
   */
  async signIn(user: string, password: string, from: string, code?: string): Promise<Actor> {
    return (await this.showBoth(user, password, from, code)).actor;
  }

  /** As `signIn`; answers also which second factor was shown. */
  showBoth(
    user: string,
    password: string,
    from: string,
    code?: string,
  ): Promise<{ readonly actor: Actor; readonly factor?: string }> {
    return this.#passwords.of({ user, from }, async () => {
      const actor = (await this.#byPassword(user, password)) ?? refuse('session/wrong-credentials');
      if (!this.#accounts.get(user)?.secondFactor?.isOn) return { actor };
      if (code === undefined) return refuse('session/code-required');
      const take = async () => (await this.factors?.take(user, code)) ?? refuse('session/wrong-code');
      return { actor, ...(await this.triedCode(user, from, take)) };
    });
  }

  /** Checks the password of somebody who is signed in already; refuses as `signIn` does, and asks for no code. */
  confirmPassword(user: string, password: string, from: string): Promise<Actor> {
    return this.#passwords.of({ user, from }, async () => {
      const actor = await this.#byPassword(user, password);
      return actor ?? refuse('session/wrong-credentials');
    });
  }

  /** Somebody shows a code: who fails again and again waits, whatever passwords are shown between. */
  triedCode<T>(user: string, from: string, attempt: () => Promise<T>): Promise<T> {
    return this.#codes.of({ user, from }, attempt);
  }

  /** Programs have keys, and whom another house vouches for signs in there: no password opens their accounts. */
  async #byPassword(user: string, password: string): Promise<Actor | undefined> {
    const account = this.#accounts.get(user);
    const isOfPassword = account && !account.keys && !account.provider;
    // An unknown name costs the same time as a known one.
    const hash = (isOfPassword && account.hash) || (await (this.#nobody ??= hashPassword(makePassword())));
    const right = await verifyPassword(password, hash);
    return right && isOfPassword ? this.actor(user) : undefined;
  }

  /** Makes an account; refuses a name that is taken and roles that do not go together. Answers the password when it had to make one. */
  async add(user: string, options: NewAccount): Promise<{ readonly password?: string }> {
    requireSoundStanding(options);
    const password = options.password ?? makePassword();
    const { password: _chosen, by, ...standing } = options;
    const account = { user, hash: await hashPassword(password), disabled: false, ...standing };
    const added = await this.records.add({
      ...account,
      ...(by && { history: [lineBy(by, { what: 'added', ...standing })] }),
    });
    if (!added) throw new Refusal('account/exists', { user });
    return options.password === undefined ? { password } : {};
  }

  /** The account keeps its name and loses every session at once, for good: enabled again, it has none of them back. */
  async disable(user: string, by?: string): Promise<void> {
    await this.#change(user, {
      set: { disabled: true, link: null },
      ...(by && { line: lineBy(by, { what: 'disabled' }) }),
    });
    await endSessionsOf(this.records, user);
  }

  /** A new password; a disabled account may sign in again. Refuses accounts that no password opens. */
  async reset(user: string, password?: string, by?: string): Promise<{ readonly password?: string }> {
    await this.records.refresh();
    const account = this.#accounts.get(user);
    if (account?.keys) refuse('account/unknown', { user });
    if (account?.provider) refuse('account/from-provider', { user });
    const made = password ?? makePassword();
    // Whoever holds the machine is the way back in: also for somebody whose authenticator is lost.
    const set = { hash: await hashPassword(made), disabled: false, link: null, secondFactor: null };
    await this.#change(user, { set, ...(by && { line: lineBy(by, { what: 'reset' }) }) });
    await endSessionsOf(this.records, user);
    return password === undefined ? { password: made } : {};
  }

  async #change(user: string, change: AccountChange): Promise<void> {
    if (!(await this.records.change(user, change))) throw new Refusal('account/unknown', { user });
  }
}
