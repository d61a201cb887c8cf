import { hash as digest } from 'node:crypto';
import { Refusal, refuse, type RefusalCode, type Role } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { Account, AccountChange, AccountLine, AccountRecords } from './account.js';
import type { SecondFactors } from './second-factors.js';
import { hashPassword, makePassword, verifyPassword } from './passwords.js';

export const administrator = 'admin';

/**
 * How often and how fast a name may be tried: after five failures in a row from one place, or fifty from many, each further one
 * doubles the wait, up to a minute. What failed a quarter of an hour ago is forgotten.
 */
const freeFailures = { place: 5, anywhere: 50 } as const;
const forgottenAfterMs = 15 * 60_000;
const longestWait = 60_000;
const namesWatched = 10_000;
/** What somebody shows who is not whom he says. */
const failing: ReadonlySet<RefusalCode> = new Set([
  'session/wrong-credentials',
  'session/wrong-code',
  'second-factor/wrong-code',
]);

/** An account that begins with a password; `by` is whoever makes it, for its history. */
export interface NewAccount {
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
  readonly password?: string;
  readonly by?: string;
}

const line = (by: string, what: AccountLine['what'], standing: Partial<NewAccount> = {}): AccountLine => ({
  at: new Date().toISOString(),
  by,
  what,
  ...standing,
});

interface Failures {
  readonly count: number;
  readonly at: number;
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
    return {
      user,
      roles: account.roles,
      ...(account.entity === undefined ? {} : { entity: account.entity }),
      ...(account.partner === undefined ? {} : { partner: account.partner }),
      ...(accounts.size === 1 && account.roles.includes('administrator') ? { onlyAccount: true } : {}),
    };
  }

  /**
   * Checks a password, and the code where the account asks for one. Refuses `session/wrong-credentials`,
   * `session/code-required`, `session/wrong-code`, or `rate/too-many` with the seconds to wait.
   */
  signIn(user: string, password: string, from: string, code?: string): Promise<Actor> {
    return this.tried(user, from, async () => {
      const actor = await this.#byPassword(user, password);
      if (!actor) throw new Refusal('session/wrong-credentials');
      if (!this.#accounts.get(user)?.secondFactor?.isOn) return actor;
      if (code === undefined) throw new Refusal('session/code-required');
      if (!(await this.factors?.take(user, code))) throw new Refusal('session/wrong-code');
      return actor;
    });
  }

  /** Checks the password of somebody who is signed in already; refuses as `signIn` does, and asks for no code. */
  confirmPassword(user: string, password: string, from: string): Promise<Actor> {
    return this.tried(user, from, async () => {
      const actor = await this.#byPassword(user, password);
      return actor ?? refuse('session/wrong-credentials');
    });
  }

  async #byPassword(user: string, password: string): Promise<Actor | undefined> {
    const account = this.#accounts.get(user);
    // An unknown name costs the same time as a known one.
    const hash = account?.hash || (await (this.#nobody ??= hashPassword(makePassword())));
    const right = await verifyPassword(password, hash);
    return right && account ? this.actor(user) : undefined;
  }

  /** An attempt to show who one is: whoever fails again and again waits longer each time. A code that is only missing counts for nothing. */
  async tried<T>(user: string, from: string, attempt: () => Promise<T>): Promise<T> {
    const keys = { place: `${user}\n${from}`, anywhere: user };
    const now = Date.now();
    const until = Math.max(...Object.values(keys).map((key) => this.#failures.get(key)?.until ?? 0));
    if (until > now) throw new Refusal('rate/too-many', { seconds: Math.ceil((until - now) / 1000) });
    try {
      const shown = await attempt();
      for (const key of Object.values(keys)) this.#failures.delete(key);
      return shown;
    } catch (fault) {
      if (fault instanceof Refusal && failing.has(fault.code)) {
        this.#failed(keys.place, freeFailures.place, now);
        this.#failed(keys.anywhere, freeFailures.anywhere, now);
      }
      throw fault;
    }
  }

  #failed(key: string, free: number, now: number): void {
    const before = this.#failures.get(key);
    const count = before && now - before.at < forgottenAfterMs ? before.count + 1 : 1;
    const wait = count < free ? 0 : Math.min(longestWait, 1000 * 2 ** (count - free));
    this.#failures.delete(key);
    if (this.#failures.size >= namesWatched) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(key, { count, at: now, until: now + wait });
  }

  /** Makes an account; refuses a name that is taken. Answers the password when it had to make one. */
  async add(user: string, options: NewAccount): Promise<{ readonly password?: string }> {
    const password = options.password ?? makePassword();
    const { password: _chosen, by, ...standing } = options;
    const account = { user, hash: await hashPassword(password), disabled: false, ...standing };
    const added = await this.records.add({ ...account, ...(by && { history: [line(by, 'added', standing)] }) });
    if (!added) throw new Refusal('account/exists', { user });
    return options.password === undefined ? { password } : {};
  }

  /** The account keeps its name and loses every session at once. */
  disable(user: string, by?: string): Promise<void> {
    return this.#change(user, { set: { disabled: true, link: null }, ...(by && { line: line(by, 'disabled') }) });
  }

  /** A new password; a disabled account may sign in again. */
  async reset(user: string, password?: string, by?: string): Promise<{ readonly password?: string }> {
    const made = password ?? makePassword();
    // Whoever holds the machine is the way back in: also for somebody whose authenticator is lost.
    const set = { hash: await hashPassword(made), disabled: false, link: null, secondFactor: null };
    await this.#change(user, { set, ...(by && { line: line(by, 'reset') }) });
    return password === undefined ? { password: made } : {};
  }

  async #change(user: string, change: AccountChange): Promise<void> {
    if (!(await this.records.change(user, change))) throw new Refusal('account/unknown', { user });
  }
}
