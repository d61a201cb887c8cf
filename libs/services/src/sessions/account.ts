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

/** Accounts and revoked sessions: small, in the data folder, part of every backup. */
export interface AccountRecords {
  accounts(): readonly Account[];
  /** Another number once someone else changed the records (the command line beside a running system); cheap enough for every request. */
  version(): number;
  /** Makes or replaces an account. */
  keep(account: Account): void;
  /** Ends a session before its time: `until` in milliseconds is when it would have ended by itself. */
  revoke(session: string, until: number): void;
  /** Sessions revoked and not yet past their end at `now`; older ones are forgotten. */
  revoked(now: number): readonly string[];
  close(): void;
}
