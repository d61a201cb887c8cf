import { readFileSync } from 'node:fs';
import { refuse, roles, type Bilingual, type Role } from '@masar/contracts';
import { SettingFault } from '@masar/nest-kit';

type Claims = Readonly<Record<string, unknown>>;

/** A claim by its name or its path (`realm_access.roles`), and what its values come to here. */
interface Mapped<T> {
  readonly claim: string;
  readonly map: Readonly<Record<string, T>>;
}

/** The file of MASAR_OIDC_CLAIMS. */
export interface ClaimsMapping {
  /** The claim that names the account. Default `preferred_username`. */
  readonly user: string;
  /** Default `name`. */
  readonly name: string;
  readonly roles: Mapped<readonly Role[]>;
  /** Without a map the claim is the entity's id itself. */
  readonly entity?: { readonly claim: string; readonly map?: Readonly<Record<string, string>> };
  /** Who has no account yet is given one, or has to be invited by nobody: refused. */
  readonly unknown: 'make' | 'refuse';
}

/** What a person's claims come to. */
export interface ClaimedStanding {
  readonly user: string;
  readonly name: Bilingual;
  readonly roles: readonly Role[];
  readonly entity?: string;
}

const fields = new Set(['user', 'name', 'roles', 'entity', 'unknown']);
/** A partner's people are invited one by one: no ministry vouches for them. */
const claimable = new Set<unknown>(roles.filter((role) => role !== 'partner'));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWord = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

const faultOf = (read: unknown): string | undefined => {
  if (!isRecord(read)) return 'an object';
  const stranger = Object.keys(read).find((name) => !fields.has(name));
  if (stranger !== undefined) return `no field ${stranger}`;
  const { user = 'preferred_username', name = 'name', roles: mapped, entity, unknown = 'make' } = read;
  if (!isWord(user) || !isWord(name)) return 'user and name: names of claims';
  if (unknown !== 'make' && unknown !== 'refuse') return 'unknown: make or refuse';
  if (!isRecord(mapped) || !isWord(mapped['claim']) || !isRecord(mapped['map'])) return 'roles: {claim, map}';
  const lists = Object.values(mapped['map']);
  if (!lists.every((list) => Array.isArray(list) && list.length > 0 && list.every((role) => claimable.has(role))))
    return `roles.map: lists of ${[...claimable].join(', ')}`;
  if (entity === undefined) return undefined;
  const isMapped = isRecord(entity) && isWord(entity['claim']);
  const { map } = isMapped ? entity : {};
  if (!isMapped || (map !== undefined && !(isRecord(map) && Object.values(map).every(isWord))))
    return 'entity: {claim, map?}';
  return undefined;
};

/** Throws `SettingFault` naming what is wrong with the file. */
export const readClaimsMapping = (file: string): ClaimsMapping => {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new SettingFault('MASAR_OIDC_CLAIMS', file, `a JSON file that can be read (${(fault as Error).message})`);
  }
  const fault = faultOf(read);
  if (fault !== undefined) throw new SettingFault('MASAR_OIDC_CLAIMS', file, fault);
  return { user: 'preferred_username', name: 'name', unknown: 'make', ...(read as Pick<ClaimsMapping, 'roles'>) };
};

const own = <T>(things: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(things, name) ? things[name] : undefined;

/** A claim that is named as it stands, else one inside others. */
const claimOf = (claims: Claims, path: string): unknown => {
  const whole = own(claims, path);
  if (whole !== undefined) return whole;
  return path.split('.').reduce<unknown>((at, part) => (isRecord(at) ? own(at, part) : undefined), claims);
};

const wordsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((word): word is string => typeof word === 'string');

/** Names of accounts are of few characters; whatever else a name has becomes a dash. */
const userOf = (claims: Claims, { user }: ClaimsMapping): string => {
  const [said = ''] = wordsOf(claimOf(claims, user));
  const name = said.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 64);
  return /[A-Za-z0-9]/.test(name) ? name : refuse('oidc/claim-missing', { claim: user });
};

const nameOf = (claims: Claims, mapping: ClaimsMapping, user: string): Bilingual => {
  const [said = user] = wordsOf(claimOf(claims, mapping.name));
  const text = said.trim().slice(0, 500) || user;
  return /[\u0600-\u06ff]/.test(text) ? { ar: text } : { en: text };
};

const entityOf = (claims: Claims, { entity }: ClaimsMapping): string | undefined => {
  if (!entity) return undefined;
  const said = wordsOf(claimOf(claims, entity.claim));
  return entity.map ? said.flatMap((word) => own(entity.map!, word) ?? [])[0] : said[0];
};

/** Refuses `oidc/claim-missing` where nothing names the account. Roles may be none. */
export const standingOf = (claims: Claims, mapping: ClaimsMapping): ClaimedStanding => {
  const user = userOf(claims, mapping);
  const groups = wordsOf(claimOf(claims, mapping.roles.claim));
  const held = new Set(groups.flatMap((group) => own(mapping.roles.map, group) ?? []));
  const entity = entityOf(claims, mapping);
  return {
    user,
    name: nameOf(claims, mapping, user),
    roles: roles.filter((role) => held.has(role)),
    ...(entity === undefined ? {} : { entity }),
  };
};
