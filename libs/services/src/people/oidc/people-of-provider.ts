import { refuse } from '@masar/contracts';
import type { DirectoryService } from '../../platform/directory-service.js';
import { requireRegisteredPlace } from '../registered-place.js';
import { requireSoundStanding } from '../standing-rules.js';
import type { Account, AccountLine, AccountRecords, ProviderIdentity } from '../../sessions/account.js';
import { lineBy } from '../../sessions/account-line.js';
import { endSessionsOf } from '../../sessions/ended-sessions.js';
import { standingOf, type ClaimedStanding, type ClaimsMapping } from './claims-mapping.js';
import type { Vouched } from './provider-link.js';

const sameStanding = (account: Account, { roles, entity }: ClaimedStanding): boolean =>
  account.entity === entity &&
  account.roles.length === roles.length &&
  roles.every((role) => account.roles.includes(role));

/**
 * People a ministry vouches for. They are known by issuer and subject, never by name: an account that was made here is nobody's
 * whom a provider calls the same. Roles and entity follow the claims at every sign-in; whoever is disabled here stays out.
 */
export class PeopleOfProvider {
  constructor(
    private readonly records: AccountRecords,
    private readonly mapping: ClaimsMapping,
    private readonly issuer: string,
    private readonly directory: DirectoryService,
  ) {}

  /** The account of whom the provider vouches for, made or changed by what it says. Answers the user's name. */
  async admit({ subject, claims }: Vouched): Promise<string> {
    const standing = standingOf(claims, this.mapping);
    await this.records.refresh();
    const account = this.#of(subject);
    if (account?.disabled) refuse('account/disabled', { user: account.user });
    if (standing.roles.length === 0) return this.#refuseWithoutRole(account);
    requireSoundStanding(standing);
    await requireRegisteredPlace(this.directory, standing);
    return account ? this.#follow(account, standing) : this.#make(subject, standing);
  }

  #of(subject: string): Account | undefined {
    const isThis = ({ provider }: Account) => provider?.issuer === this.issuer && provider.subject === subject;
    return [...this.records.current().accounts.values()].find(isThis);
  }

  async #make(subject: string, { user, name, roles, entity }: ClaimedStanding): Promise<string> {
    if (this.mapping.unknown === 'refuse') refuse('oidc/unknown-person');
    const provider: ProviderIdentity = { issuer: this.issuer, subject };
    const place = entity === undefined ? {} : { entity };
    const history = [this.#line('added', { roles, ...place })];
    const made = { user, name, hash: '', roles, ...place, disabled: false, provider, history };
    if (await this.records.add(made)) return user;
    // Somebody who signs in twice at once is made once.
    await this.records.refresh();
    return this.#of(subject)?.user ?? refuse('oidc/name-taken', { user });
  }

  async #follow(account: Account, standing: ClaimedStanding): Promise<string> {
    const { user } = account;
    if (sameStanding(account, standing)) return user;
    const { name, roles, entity } = standing;
    const line = this.#line('changed', { roles, ...(entity === undefined ? {} : { entity }) });
    await this.records.change(user, { set: { name, roles, entity: entity ?? null }, line });
    return user;
  }

  /** What somebody had here ends where the provider gives it no more. */
  async #refuseWithoutRole(account: Account | undefined): Promise<never> {
    if (account && account.roles.length > 0) {
      await this.records.change(account.user, { set: { roles: [] }, line: this.#line('changed', { roles: [] }) });
      await endSessionsOf(this.records, account.user);
    }
    return refuse('oidc/no-role');
  }

  #line(what: AccountLine['what'], noted: Pick<AccountLine, 'roles' | 'entity'>): AccountLine {
    return lineBy(`provider:${new URL(this.issuer).host}`, { what, ...noted });
  }
}
