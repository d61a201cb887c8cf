import { resolve } from 'node:path';
import { SettingFault } from './setting-fault.js';

/** A ministry's own sign-in (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which shows itself by PKCE alone. */
  readonly clientSecret?: string;
  /** File that says what a person's claims come to here: roles, entity, name. */
  readonly claims: string;
  /** Our own address as browsers know it, without a path: the provider sends them back there. */
  readonly publicUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, and http only where nobody is in between. */
const addressIn = (env: Environment, name: string): string => {
  const value = env[name] ?? '';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && ownMachine.has(url.hostname));
  if (!isSafe) throw new SettingFault(name, value, 'an address beginning with https:// (beside MASAR_OIDC_ISSUER)');
  return value;
};

const wordIn = (env: Environment, name: string, what: string): string => {
  const value = env[name];
  if (!value) throw new SettingFault(name, '', `${what} (beside MASAR_OIDC_ISSUER)`);
  return value;
};

/** Absent without MASAR_OIDC_ISSUER; throws `SettingFault` for what is missing beside it. */
export const oidcSettingsOf = (env: Environment): OidcSettings | undefined => {
  if (!env['MASAR_OIDC_ISSUER']) return undefined;
  return {
    issuer: addressIn(env, 'MASAR_OIDC_ISSUER'),
    clientId: wordIn(env, 'MASAR_OIDC_CLIENT_ID', 'the name the provider knows this client by'),
    ...(env['MASAR_OIDC_CLIENT_SECRET'] ? { clientSecret: env['MASAR_OIDC_CLIENT_SECRET'] } : {}),
    claims: resolve(wordIn(env, 'MASAR_OIDC_CLAIMS', 'the file of the mapping of claims')),
    publicUrl: new URL(addressIn(env, 'MASAR_PUBLIC_URL')).origin,
  };
};
