import { isHandOf, refuse, type Actor, type Bilingual, type Language, type ReminderWish } from '@masar/contracts';
import type { Account, AccountChange, AccountLine, AccountRecords } from '../sessions/account.js';
import { hashPassword } from '../sessions/passwords.js';
import { lineBy } from '../sessions/account-line.js';
import { endSessionsOf } from '../sessions/ended-sessions.js';
import { knownOrRead } from '../sessions/known-or-read.js';
import { digestOfLink, makeLink } from './one-time-links.js';
import { requireSoundPassword } from './password-rules.js';
import { isAdministrator, requireAnotherAdministrator, requireSoundStanding, type Standing } from './standing-rules.js';

export interface Invited extends Standing {
  readonly user: string;
  readonly name: Bilingual;
  readonly mail?: string;
  readonly language?: Language;
}

/** How a person is written to. */
export interface Reachable {
  readonly mail?: string;
  readonly language?: Language;
  readonly reminders?: ReminderWish;
}

/** A link as it is told to whoever made it, this once. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: string;
}

type Noted = Omit<AccountLine, 'at' | 'by'>;

const wordsOf = ({ user, name }: Pick<Account, 'user' | 'name'>): string[] => [user, ...Object.values(name ?? {})];
const standingOf = ({ roles, entity, partner }: Standing): Standing => ({
  roles,
  ...(entity === undefined ? {} : { entity }),
  ...(partner === undefined ? {} : { partner }),
});

/**
 * The people of the house: invited, given roles, disabled. What is done to an account is written with it in the same write,
 * with who did it and why. Nobody changes the own standing; the last administrator stays.
 */
export class People {
  constructor(private readonly records: AccountRecords) {}

  list(): readonly Account[] {
    const people = [...this.records.current().accounts.values()].filter(({ keys }) => keys === undefined);
    return people.sort((a, b) => (a.user < b.user ? -1 : 1));
  }

  /** Refuses `account/unknown`. */
  async one(user: string): Promise<Account> {
    const known = () => this.records.current().accounts.get(user);
    return (await knownOrRead(this.records, known)) ?? refuse('account/unknown', { user });
  }

  async invite(
    { user, name, mail, language, ...standing }: Invited,
    by: Actor,
    reason?: string,
  ): Promise<{ readonly account: Account; readonly invitation: Invitation }> {
    requireSoundStanding(standing);
    const { token, kept } = makeLink('invitation');
    const reached = { ...(mail === undefined ? {} : { mail }), ...(language === undefined ? {} : { language }) };
    const invited = { user, name, ...reached, hash: '', disabled: false, ...standingOf(standing) };
    const noted: Noted = { what: 'invited', ...standingOf(standing), ...(reason === undefined ? {} : { reason }) };
    const account: Account = { ...invited, link: kept, history: [lineBy(by.user, noted)] };
    if (!(await this.records.add(account))) refuse('account/exists', { user }, 'user');
    return { account, invitation: { token, expiresAt: new Date(kept.until).toISOString() } };
  }

  /** All roles from now on, and where the person belongs; what is left out is taken away. */
  async change(user: string, standing: Standing, reason: string, by: Actor): Promise<Account> {
    requireSoundStanding(standing);
    const account = await this.#others(user, by);
    if (account.keys) refuse('account/unknown', { user });
    if (isAdministrator(account) && !standing.roles.includes('administrator'))
      requireAnotherAdministrator(this.list(), account);
    const { roles, entity = null, partner = null } = standing;
    const line = lineBy(by.user, { what: 'changed', reason, ...standingOf(standing) });
    return this.#changed(user, { set: { roles, entity, partner }, line });
  }

  /** No sign-in any more; every session and every link ends. */
  async disable(user: string, reason: string, by: Actor): Promise<Account> {
    const account = await this.#others(user, by);
    if (isAdministrator(account)) requireAnotherAdministrator(this.list(), account);
    const line = lineBy(by.user, { what: 'disabled', reason });
    const changed = await this.#changed(user, { set: { disabled: true, link: null }, line });
    await this.endSessions(user);
    return changed;
  }

  async enable(user: string, reason: string, by: Actor): Promise<Account> {
    await this.#others(user, by);
    return this.#changed(user, { set: { disabled: false }, line: lineBy(by.user, { what: 'enabled', reason }) });
  }

  /** The old password opens nothing from now on; a link, told once, lets the person choose another. */
  async reset(
    user: string,
    reason: string,
    by: Actor,
  ): Promise<{ readonly account: Account; readonly invitation: Invitation }> {
    const { disabled, keys, provider } = await this.#others(user, by);
    // A program has no password to be given.
    if (keys) refuse('account/unknown', { user });
    if (provider) refuse('account/from-provider', { user });
    if (disabled) refuse('account/disabled', { user });
    const { token, kept } = makeLink('reset');
    const line = lineBy(by.user, { what: 'reset', reason });
    const account = await this.#changed(user, { set: { hash: '', link: kept }, line });
    await this.endSessions(user);
    return { account, invitation: { token, expiresAt: new Date(kept.until).toISOString() } };
  }

  /** Chooses a password by a link, once. Refuses `invitation/unknown` for one that was used, has run out, or never was. */
  async join(token: string, password: string): Promise<Account> {
    const digest = digestOfLink(token);
    const holder = () => this.list().find(({ link }) => link?.digest === digest);
    const account = await knownOrRead(this.records, holder);
    if (!account?.link || account.disabled || account.link.until <= Date.now()) return refuse('invitation/unknown');
    await requireSoundPassword(password, wordsOf(account));
    const { purpose } = account.link;
    const line = lineBy(account.user, { what: purpose === 'reset' ? 'password-changed' : 'joined' });
    const hash = await hashPassword(password);
    const joined = await this.records.change(account.user, { set: { hash, link: null }, line, link: digest });
    return joined ? this.one(account.user) : refuse('invitation/unknown');
  }

  /** Another password for oneself, who has just shown the old one; every session ends, this one too. */
  async changePassword({ user }: Pick<Actor, 'user'>, password: string): Promise<void> {
    await requireSoundPassword(password, wordsOf(await this.one(user)));
    const line = lineBy(user, { what: 'password-changed' });
    await this.#changed(user, { set: { hash: await hashPassword(password) }, line });
    await this.endSessions(user);
  }

  /** Where and how oneself is written to; what is left out is taken away. The line says that it changed, never the address. */
  async changeContact({ user }: Pick<Actor, 'user'>, { mail, language, reminders }: Reachable): Promise<Account> {
    if ((await this.one(user)).keys) refuse('account/unknown', { user });
    const set = { mail: mail ?? null, language: language ?? 'ar', reminders: reminders ?? 'all' };
    return this.#changed(user, { set, line: lineBy(user, { what: 'contact-changed' }) });
  }

  /** Nothing renews a session of the user any more, and their tokens open nothing, whatever becomes of the account. */
  async endSessions(user: string): Promise<void> {
    await endSessionsOf(this.records, user);
  }

  /** Refuses `account/own`: nobody changes the own standing. */
  async #others(user: string, by: Actor): Promise<Account> {
    if (isHandOf(by, user)) refuse('account/own', { user });
    return this.one(user);
  }

  async #changed(user: string, change: AccountChange): Promise<Account> {
    if (!(await this.records.change(user, change))) refuse('account/unknown', { user });
    return this.one(user);
  }
}
