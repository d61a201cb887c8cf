import { actions, reachOf } from '@masar/access';
import { refuse, type Actor, type Bilingual, type LocalDate, type Role } from '@masar/contracts';
import type { Account, AccountRecords } from '../sessions/account.js';
import { lineBy } from '../sessions/account-line.js';
import { knownOrRead } from '../sessions/known-or-read.js';
import { makeKey } from '../sessions/service-keys.js';

export interface WantedServiceAccount {
  readonly user: string;
  readonly name: Bilingual;
  readonly entity?: string;
  readonly roles: readonly Role[];
}

export interface WantedKey {
  readonly scopes: readonly string[];
  readonly expiresOn: LocalDate;
}

const day = 86_400_000;
const longestDays = 366;

const dateOf = (at: number): LocalDate => new Date(at).toISOString().slice(0, 10);

/** The end of the last day a key is good; refuses `key/expiry`. */
const endOf = (expiresOn: LocalDate, now = Date.now()): number => {
  const until = Date.parse(`${expiresOn}T00:00:00.000Z`) + day;
  if (!(until > now) || until > now + longestDays * day)
    refuse('key/expiry', { from: dateOf(now), to: dateOf(now + (longestDays - 1) * day) }, 'expiresOn');
  return until;
};

/** Programs that sign in: by keys that are told once, do what they were made for, and end. */
export class ServiceAccounts {
  constructor(private readonly records: AccountRecords) {}

  list(): readonly Account[] {
    const programs = [...this.records.current().accounts.values()].filter(({ keys }) => keys !== undefined);
    return programs.sort((a, b) => (a.user < b.user ? -1 : 1));
  }

  /** Refuses `account/unknown`, also for a person. */
  async one(user: string): Promise<Account> {
    const known = () => this.list().find((account) => account.user === user);
    return (await knownOrRead(this.records, known)) ?? refuse('account/unknown', { user });
  }

  async make({ user, name, roles, entity }: WantedServiceAccount, reason: string, by: Actor): Promise<Account> {
    const place = entity === undefined ? {} : { entity };
    if (roles.includes('member') && entity === undefined)
      refuse('account/place', { role: 'member', needs: 'entity' }, 'entity');
    const account = { user, name, hash: '', roles, ...place, disabled: false, keys: [] };
    const history = [lineBy(by.user, { what: 'added', reason, roles, ...place })];
    if (!(await this.records.add({ ...account, history }))) refuse('account/exists', { user }, 'user');
    return this.one(user);
  }

  /** A key does what its account may, and of that what it is made for: more than the account has is refused. */
  async makeKey(user: string, { scopes, expiresOn }: WantedKey, reason: string, by: Actor): Promise<MadeServiceKey> {
    const account = await this.one(user);
    if (account.disabled) refuse('account/disabled', { user });
    const beyond = scopes.find((scope) => !has(account, scope));
    if (beyond !== undefined) refuse('key/scope-beyond', { scope: beyond }, 'scopes');
    const { key, kept } = makeKey(user, scopes, endOf(expiresOn));
    const noted = lineBy(by.user, { what: 'key-made', reason, key: kept.id });
    if (!(await this.records.change(user, { set: {}, addKey: kept, line: noted }))) refuse('account/unknown', { user });
    return { id: kept.id, key, expiresAt: new Date(kept.until).toISOString() };
  }

  /** It opens nothing from now on. Refuses `key/unknown`. */
  async endKey(user: string, key: string, reason: string, by: Actor): Promise<Account> {
    const { keys } = await this.one(user);
    if (!keys?.some(({ id }) => id === key)) refuse('key/unknown', { key });
    await this.records.change(user, {
      set: {},
      dropKey: key,
      line: lineBy(by.user, { what: 'key-ended', reason, key }),
    });
    return this.one(user);
  }
}

/** What is told of a new key, this once. */
export interface MadeServiceKey {
  readonly id: string;
  readonly key: string;
  readonly expiresAt: string;
}

const has = ({ roles }: Account, scope: string): boolean => {
  const action = actions.find((known) => known === scope);
  return action !== undefined && roles.some((role) => reachOf(action, role) !== '-');
};
