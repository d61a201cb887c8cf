import type { Role } from '@masar/contracts';

/** A person who may sign in. Kept in records that can be erased, never in events. */
export interface Account {
  readonly user: string;
  /** PHC text of the argon2id hash. */
  readonly hash: string;
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly disabled: boolean;
}

/** What the records hold at one moment. */
export interface AccountBook {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Sessions ended before their time, until they would have ended by themselves. */
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
  /** Answers false when there is no such account. */
  change(user: string, change: Partial<Pick<Account, 'hash' | 'disabled'>>): Promise<boolean>;
  /** Ends a session before its time: `until` in milliseconds is when it would have ended by itself. */
  revoke(session: string, until: number): Promise<void>;
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
