import { randomBytes } from 'node:crypto';
import { actions, rolesApart } from '@masar/access';
import { isHandOf, refuse, type Actor, type LocalDate } from '@masar/contracts';
import type { Account, AccountRecords, Delegation } from '../sessions/account.js';
import { lineBy } from '../sessions/account-line.js';
import { isDelegable } from '../sessions/delegable.js';
import { knownOrRead } from '../sessions/known-or-read.js';
import { isInForce, type Places } from '../sessions/stand-ins.js';

export interface WantedDelegation {
  readonly from?: string;
  readonly to: string;
  readonly what: readonly string[];
  readonly since: LocalDate;
  readonly until: LocalDate;
  readonly reason?: string;
}

/** A delegation with whose rights it lends. */
export interface KnownDelegation extends Delegation {
  readonly from: string;
  readonly state: 'planned' | 'in-force' | 'over' | 'ended';
}

const longestDays = 366;
const atOnce = 50;
const day = 86_400_000;

const daysBetween = (since: LocalDate, until: LocalDate): number => (Date.parse(until) - Date.parse(since)) / day;
const isKeeper = ({ roles, onlyAccount, onBehalfOf }: Actor): boolean =>
  onBehalfOf === undefined && (onlyAccount === true || roles.includes('administrator'));

const matches = (what: string): readonly (typeof actions)[number][] =>
  what === '*'
    ? actions
    : actions.filter((action) => action === what || (what.endsWith('.*') && action.startsWith(what.slice(0, -1))));

const openOf = ({ delegations }: Account, today: LocalDate): readonly Delegation[] =>
  Object.values(delegations ?? {}).filter((one) => one.endedAt === undefined && one.until >= today);

/** Whoever sends it a second time, not knowing what became of the first, has lent once. */
const saysTheSame = (one: Delegation, wanted: WantedDelegation): boolean =>
  one.to === wanted.to &&
  one.since === wanted.since &&
  one.until === wanted.until &&
  [...one.what].sort().join(' ') === [...wanted.what].sort().join(' ');

/** Refuses what nobody can lend; of a family or of everything, that part is left out by itself. */
const requireDelegable = (what: readonly string[]): void => {
  const at = what.findIndex((one) => !matches(one).some(isDelegable));
  if (at >= 0) refuse('delegation/not-delegable', { action: what[at] }, 'what');
};

/**
 * Rights lent between two days: to do, in another's name, what that person may do. Everybody lends the own; an administrator
 * also another's, never to himself. What is lent is not lent further.
 */
export class Delegations {
  constructor(
    private readonly records: AccountRecords,
    private readonly places: Places,
  ) {}

  /** All that the reader gave or was given; for whoever keeps or audits accounts, everybody's. The latest first. */
  async list(reader: Actor): Promise<readonly KnownDelegation[]> {
    const all = [...this.records.current().accounts.values()].flatMap((account) =>
      Object.values(account.delegations ?? {}).map((delegation) => this.#known(account, delegation)),
    );
    const isOpen = isKeeper(reader) || reader.roles.includes('auditor');
    return all
      .filter(({ from, to }) => isOpen || from === reader.user || to === reader.user)
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Refuses `delegation/unknown`, also for what is between others. */
  async one(id: string, reader: Actor): Promise<KnownDelegation> {
    const find = async () => (await this.list(reader)).find((delegation) => delegation.id === id);
    return (await knownOrRead(this.records, find)) ?? refuse('delegation/unknown', { id });
  }

  async make(wanted: WantedDelegation, by: Actor): Promise<KnownDelegation> {
    const { from: user = by.user, to, what, since, until, reason } = wanted;
    if (by.onBehalfOf !== undefined || (user !== by.user && !isKeeper(by)))
      refuse('access/denied', { action: 'delegation.make' });
    if (user !== by.user && isHandOf(by, to)) refuse('account/own', { user: to }, 'to');
    const from = await this.#person(user, 'from');
    const delegate = await this.#delegate(to, from);
    const apart = rolesApart(delegate.roles, from.roles);
    if (apart) refuse('account/roles-apart', { one: 'administrator', other: apart }, 'to');
    requireDelegable(what);
    const same = openOf(from, this.places.today(from)).find((one) => saysTheSame(one, wanted));
    if (same) return this.#known(from, same);
    this.#requireDates(from, since, until);
    const id = `d-${randomBytes(6).toString('hex')}`;
    const stated = reason === undefined ? {} : { reason };
    const line = lineBy(by.user, { what: 'delegated', ...stated, delegation: id, to });
    const delegation: Delegation = { id, to, what, since, until, ...stated, by: by.user, at: line.at };
    if (!(await this.records.change(user, { set: {}, delegation, line }))) refuse('account/unknown', { user });
    return this.#known(from, delegation);
  }

  /** It lends nothing from now on. By whoever gave it, whom it was given to, or an administrator; again, it is over already. */
  async end(id: string, reason: string | undefined, by: Actor): Promise<KnownDelegation> {
    const { from, state: _state, ...delegation } = await this.one(id, by);
    if (by.onBehalfOf !== undefined || !(isKeeper(by) || [from, delegation.to].includes(by.user)))
      refuse('access/denied', { action: 'delegation.end' });
    const account = await this.#person(from, 'from');
    if (delegation.endedAt !== undefined) return this.#known(account, delegation);
    const stated = reason === undefined ? {} : { reason };
    const line = lineBy(by.user, { what: 'delegation-ended', ...stated, delegation: id });
    const ended = { ...delegation, endedAt: line.at };
    await this.records.change(from, { set: {}, delegation: ended, line });
    return this.#known(account, ended);
  }

  #known(account: Account, delegation: Delegation): KnownDelegation {
    const today = this.places.today(account);
    const running = isInForce(delegation, today) ? 'in-force' : delegation.since > today ? 'planned' : 'over';
    return { from: account.user, ...delegation, state: delegation.endedAt === undefined ? running : 'ended' };
  }

  async #person(user: string, path: string): Promise<Account> {
    const account = await knownOrRead(this.records, () => this.records.current().accounts.get(user));
    // A program has keys of its own, and stands in for nobody.
    return account && !account.keys ? account : refuse('account/unknown', { user }, path);
  }

  /** Somebody else of the same side: for a partner's people nobody else exists. */
  async #delegate(to: string, from: Account): Promise<Account> {
    const account = await this.#person(to, 'to');
    if (account.partner !== from.partner) refuse('account/unknown', { user: to }, 'to');
    if (account.user === from.user) refuse('account/own', { user: to }, 'to');
    if (account.disabled) refuse('account/disabled', { user: to }, 'to');
    return account;
  }

  #requireDates(from: Account, since: LocalDate, until: LocalDate): void {
    const today = this.places.today(from);
    if (since > until || until < today || daysBetween(since, until) >= longestDays)
      refuse('delegation/dates', { since, until, days: longestDays }, until < today ? 'until' : 'since');
    if (openOf(from, today).length >= atOnce) refuse('delegation/too-many', { atMost: atOnce });
  }
}
