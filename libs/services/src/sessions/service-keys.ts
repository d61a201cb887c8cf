import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '@masar/contracts';
import type { Account, AccountBook, ServiceKey } from './account.js';

/** How keys begin, so that a scanner of repositories and logs knows one when it sees it. */
const prefix = 'masarkey_';
const parts = /^masarkey_([A-Za-z0-9._-]{1,64})~([0-9a-f]{12})~([A-Za-z0-9_-]{43})$/;

const digestOf = (secret: string): string => hash('sha256', secret, 'base64url');

/** A key as it is told, this once, and as it is kept. */
export interface MadeKey {
  readonly key: string;
  readonly kept: ServiceKey;
}

export const makeKey = (user: string, scopes: readonly string[], until: number): MadeKey => {
  const [id, secret] = [randomBytes(6).toString('hex'), randomBytes(32).toString('base64url')];
  return { key: `${prefix}${user}~${id}~${secret}`, kept: { id, digest: digestOf(secret), scopes, until } };
};

export const isServiceKey = (token: string): boolean => token.startsWith(prefix);

/** A key of an account by its name, while both are good. */
const goodKey = ({ disabled, keys }: Account, id: string): ServiceKey | undefined =>
  disabled ? undefined : keys?.find((one) => one.id === id && one.until > Date.now());

/** Whose key it is, while it is good; nothing for one that is unknown, ended or past its time, or whose account is disabled. */
export const holderOf = (
  token: string,
  { accounts }: AccountBook,
): { readonly account: Account; readonly key: ServiceKey } | undefined => {
  const [, user, id, secret] = parts.exec(token) ?? [];
  const account = user === undefined ? undefined : accounts.get(user);
  const key = account && goodKey(account, id!);
  if (!key) return undefined;
  const right = timingSafeEqual(Buffer.from(digestOf(secret!)), Buffer.from(key.digest));
  return right ? { account, key } : undefined;
};

/** What the program behind a key may do: what its account may, and of that no more than the key was made for. */
export const actorOfKey = ({ account, key }: { readonly account: Account; readonly key: ServiceKey }): Actor => ({
  user: account.user,
  roles: account.roles,
  ...(account.entity === undefined ? {} : { entity: account.entity }),
  only: key.scopes,
});

/** The public part of a key that names it; undefined for any other token. */
export const keyIdOf = (token: string): string | undefined => parts.exec(token)?.[2];

/** What somebody's key may do, by its name: what was begun with a key goes on only while the key is good. */
export const actorOfKeyId = (user: string, id: string, { accounts }: AccountBook): Actor | undefined => {
  const account = accounts.get(user);
  const key = account && goodKey(account, id);
  return key && actorOfKey({ account, key });
};
