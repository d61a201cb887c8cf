import type { Bilingual, Instant, Language, LocalDate, ReminderWish, Role } from '@masar/contracts';

/** What was done to an account, by whom and why: kept with it, in the same write. Never a password, never a link. */
export interface AccountLine {
  readonly at: Instant;
  readonly by: string;
  readonly what:
    | 'added'
    | 'invited'
    | 'joined'
    | 'changed'
    | 'disabled'
    | 'enabled'
    | 'reset'
    | 'password-changed'
    | 'contact-changed'
    | 'key-made'
    | 'key-ended'
    | 'delegated'
    | 'delegation-ended'
    | 'factor-on'
    | 'factor-off'
    | 'factor-reset'
    | 'recovery-used';
  readonly reason?: string;
  readonly roles?: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
  readonly key?: string;
  readonly delegation?: string;
  /** Whom rights were delegated to. */
  readonly to?: string;
}

/** What a program signs in with; its secret is told once and kept by its digest alone. */
export interface ServiceKey {
  readonly id: string;
  readonly digest: string;
  /** Actions of the table of rights: the key does no other. */
  readonly scopes: readonly string[];
  /** Milliseconds. */
  readonly until: number;
}

/** Who somebody is to a ministry's own sign-in: a name that is never given to another person there. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** What an account asks for beside the password: a code of an authenticator, or one of the codes for when that is lost. */
export interface SecondFactor {
  /** Another text after every change: of two changes at once one is done. */
  readonly stamp: string;
  /** Sealed: a copy of the records opens nothing. */
  readonly secret: string;
  /** Until a code has shown that the authenticator holds the secret, nothing is asked for. */
  readonly isOn: boolean;
  /** Of the last code that was used: none of that time or before is taken again. */
  readonly step: number;
  /** Digests; each opens once. */
  readonly recovery: readonly string[];
}

/** What somebody may do in the name of the account's owner, from one day to another, both counted in. */
export interface Delegation {
  readonly id: string;
  readonly to: string;
  /** `milestone.confirm`, `milestone.*` or `*`. */
  readonly what: readonly string[];
  readonly since: LocalDate;
  readonly until: LocalDate;
  readonly reason?: string;
  readonly by: string;
  readonly at: Instant;
  /** Before its time. */
  readonly endedAt?: Instant;
}

/** A link that opens the account once, to choose a password; kept by its digest alone. */
export interface OneTimeLink {
  readonly digest: string;
  readonly purpose: 'invitation' | 'reset';
  /** Milliseconds. */
  readonly until: number;
}

/** A person who may sign in. Kept in records that can be erased, never in events. */
export interface Account {
  readonly user: string;
  readonly name?: Bilingual;
  /** Where reminders go; with the languages and the wish, the person's own to change. */
  readonly mail?: string;
  readonly language?: Language;
  readonly reminders?: ReminderWish;
  /** PHC text of the argon2id hash; empty while the person has no password. */
  readonly hash: string;
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
  readonly disabled: boolean;
  readonly link?: OneTimeLink;
  /** A program's account: it signs in by these, never by a password. */
  readonly keys?: readonly ServiceKey[];
  readonly secondFactor?: SecondFactor;
  /** Signs in there, never by a password of this house. */
  readonly provider?: ProviderIdentity;
  /** What the owner gave to others, by id. */
  readonly delegations?: Readonly<Record<string, Delegation>>;
  /** Oldest first. */
  readonly history?: readonly AccountLine[];
}

/** One change of one account, done whole or not at all. `null` takes a field away. */
export interface AccountChange {
  readonly set: Partial<Pick<Account, 'hash' | 'disabled' | 'roles' | 'name' | 'language' | 'reminders'>> & {
    readonly mail?: string | null;
    readonly entity?: string | null;
    readonly partner?: string | null;
    readonly link?: OneTimeLink | null;
    readonly secondFactor?: SecondFactor | null;
  };
  readonly line?: AccountLine;
  /** One key more, or one less: of two changes at once neither undoes the other. */
  readonly addKey?: ServiceKey;
  readonly dropKey?: string;
  /** Put under its id, one of that id or none being there. */
  readonly delegation?: Delegation;
  /** Only while the account has this link: of two that use it at once, one does. */
  readonly link?: string;
  /** Only while the second factor has this stamp; null: only while there is none. */
  readonly factor?: string | null;
}

/** A session that can be renewed: what a browser's refresh cookie opens. */
export interface RenewableSession {
  readonly id: string;
  readonly user: string;
  /** Of the password it was begun with (`Accounts.credential`). */
  readonly credential: string;
  /** Digest of the secret that renews it next; every other one means that a secret was used twice. */
  readonly digest: string;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly usedAt: number;
  /** When it ends unless it is renewed, and when it ends in any case. */
  readonly until: number;
  readonly endsAt: number;
  /** Where it was begun from, for whoever looks at the own sessions. */
  readonly from: string;
  readonly agent?: string;
}

/** What the records hold at one moment. */
export interface AccountBook {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Sessions ended before their time, until their tokens would have ended by themselves. */
  readonly revoked: ReadonlySet<string>;
}

/**
 * Accounts and revoked sessions: small, so that a process holds them in memory. Every request asks `current`, which reads no
 * server; what this process changed shows in it at once, what another one changed within a second. Every change is one write
 * to one account, so that two at once never undo each other.
 */
export interface AccountRecords {
  /** Throws `AccountsUnavailable` when the records could not be read for so long that nobody may be let in by them. */
  current(): AccountBook;
  /** Reads now what others changed: before somebody is refused by what `current` says. */
  refresh(): Promise<void>;
  /** Answers false when the name is taken: of two that add it at once, one does. */
  add(account: Account): Promise<boolean>;
  /** Answers false when there is no such account, or it is not as wanted. */
  change(user: string, change: AccountChange): Promise<boolean>;
  /** Puts another state of an account whole in its place, as long as its history has so many lines and no more; answers false otherwise. */
  replace(account: Account, lines: number): Promise<boolean>;
  /** Ends a session before its time: `until` in milliseconds is when its last token would have ended by itself. */
  revoke(session: string, until: number): Promise<void>;
  /** Sessions that can be renewed are read when they are renewed, and held in no memory. */
  begin(session: RenewableSession): Promise<void>;
  /** Takes the secret's place by another; answers false when it is no longer the one that renews the session. */
  renew(id: string, digest: string, next: Pick<RenewableSession, 'digest' | 'usedAt' | 'until'>): Promise<boolean>;
  session(id: string): Promise<RenewableSession | undefined>;
  /** A user's own, the latest used first; those past their end not among them. */
  sessionsOf(user: string): Promise<readonly RenewableSession[]>;
  /** Nothing renews it any more. */
  end(id: string): Promise<void>;
  close(): Promise<void>;
}

/** The records are away for the moment; the same request may be sent again. 503 at the edge. */
export class AccountsUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AccountsUnavailable';
  }
}

export const bookOf = (accounts: readonly Account[], revoked: readonly string[]): AccountBook => ({
  accounts: new Map(accounts.map((account) => [account.user, account])),
  revoked: new Set(revoked),
});

const keysAfter = ({ keys }: Account, { addKey, dropKey }: AccountChange): { readonly keys?: readonly ServiceKey[] } =>
  keys || addKey ? { keys: [...(keys ?? []), ...(addKey ? [addKey] : [])].filter(({ id }) => id !== dropKey) } : {};

const delegationsAfter = (account: Account, { delegation }: AccountChange): Pick<Account, 'delegations'> =>
  delegation ? { delegations: { ...account.delegations, [delegation.id]: delegation } } : {};

/** Whether an account is as a change wants to find it. */
export const isAsWanted = (account: Account, { link, factor }: AccountChange): boolean =>
  (link === undefined || account.link?.digest === link) &&
  (factor === undefined || (account.secondFactor?.stamp ?? null) === factor);

/** The account after a change; fields taken away are not there. */
export const changed = (account: Account, change: AccountChange): Account => {
  const { set, line } = change;
  const fields = Object.entries({
    ...account,
    ...set,
    ...keysAfter(account, change),
    ...delegationsAfter(account, change),
  }).filter(([, value]) => value !== null && value !== undefined);
  const whole = Object.fromEntries(fields) as unknown as Account;
  return line ? { ...whole, history: [...(account.history ?? []), line] } : whole;
};
