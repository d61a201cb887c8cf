import { join, resolve } from 'node:path';
import { defaultSealKeyFile } from '@masar/event-store';
import { mailSettings, type MailSettings } from './mail-settings.js';
import { oidcSettingsOf, type OidcSettings } from './oidc-settings.js';
import { withSecretFiles } from './secret-files.js';
import { webhookSettings } from './webhook-settings.js';
import { SettingFault } from './setting-fault.js';

export { SettingFault };
export type { OidcSettings };

/** Everything a process is told from outside (api.md, Settings); read once, at the start. */
export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  /** Address to listen on; only this machine unless told otherwise. */
  readonly host: string;
  readonly dataFolder: string;
  /** `sqlite:<file>` | `sqlite::memory:` | `mongodb://…` */
  readonly eventStore: string;
  readonly readModels: string;
  /** `sqlite:` (a view over the commits) | `kafka://…` */
  readonly eventLog: string;
  readonly adminPassword?: string;
  readonly demonstration: boolean;
  /** Zone of whoever has none of his own. */
  readonly zone: string;
  /** An instant, a date, or `@FILE`; see `clock`. */
  readonly today?: string;
  readonly allowToday: boolean;
  /** Signs the hourly seals; outside the data folder on purpose, beside it by default. */
  readonly sealKey: string;
  /** File of the key that signs sessions; registries of a cluster share it. Absent: one of the data folder. */
  readonly sessionKey?: string;
  /** File of the key that seals authenticators' secrets; registries of a cluster share it. Absent: one of the data folder. */
  readonly accountKey?: string;
  /** Absent: people sign in with passwords of this house alone. */
  readonly oidc?: OidcSettings;
  /** How long a token lasts that nothing renews; a browser's are shorter. */
  readonly tokenMinutes: number;
  readonly logLevel: LogLevel;
  /** Which requests get a line in the log. */
  readonly logRequests: 'all' | 'faults' | 'none';
  /** How long lines of the audit are kept, days. */
  readonly auditDays: number;
  /** Whether commands that the truth records, with who gave them, stand in the audit as well. */
  readonly auditCommands: 'all' | 'unrecorded';
  /** File of the key that keeps the secrets of webhooks; instances of reporting share it. Absent: one of the data folder. */
  readonly webhookKey?: string;
  /** Networks inside the house that webhooks may be sent to, also by http: `10.1.0.0/16,…`. None unless they are named. */
  readonly webhookNetworks: string;
  /** A service that runs alone asks this address about entities, calendars, paths and sessions. */
  readonly registryUrl?: string;
  /** Largest JSON body, bytes. */
  readonly bodyLimit: number;
  /** Largest uploaded file, bytes. */
  readonly fileLimit: number;
  /** Where reminders go out, and whose they are. Absent: what waits is in the inbox alone. */
  readonly mail?: MailSettings;
  /** A request that is not whole by then is cut off. */
  readonly requestSeconds: number;
  /** Of one address, and of one person, to this process. 0: without a limit. */
  readonly requestsPerSecond: number;
  /** Proxies before this process: as many of the last names in X-Forwarded-For are believed. 0: it is anybody's word. */
  readonly proxies: number;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const oneOf = <const T extends readonly string[]>(
  env: Environment,
  name: string,
  words: T,
  otherwise: T[number],
): T[number] => {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (!words.includes(value)) throw new SettingFault(name, value, `one of ${words.join(', ')}`);
  return value;
};

const whole = (env: Environment, name: string, otherwise: number, from: number, to: number): number => {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < from || number > to)
    throw new SettingFault(name, value, `a whole number from ${from} to ${to}`);
  return number;
};

const flag = (env: Environment, name: string): boolean =>
  oneOf(env, name, ['1', '0', 'true', 'false'], '0').match(/^(1|true)$/) !== null;

const address = (env: Environment, name: string, schemes: readonly string[], otherwise: string): string => {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (!schemes.some((scheme) => value.startsWith(scheme)))
    throw new SettingFault(name, value, `an address beginning with ${schemes.join(' or ')}`);
  return value;
};

const zoneSetting = (env: Environment): string => {
  const zone = env['MASAR_ZONE'] || 'Africa/Cairo';
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new SettingFault('MASAR_ZONE', zone, 'an IANA time zone such as Africa/Cairo');
  }
  return zone;
};

/** Reads the environment; throws `SettingFault` naming the setting at fault. */
export const readSettings = (environment: Environment): Settings => {
  const env = withSecretFiles(environment);
  const dataFolder = resolve(env['MASAR_DATA'] || './data');
  const oidc = oidcSettingsOf(env);
  return {
    port: whole(env, 'PORT', 4600, 0, 65535),
    host: env['HOST'] || '127.0.0.1',
    dataFolder,
    eventStore: address(
      env,
      'MASAR_EVENT_STORE',
      ['sqlite:', 'mongodb://', 'mongodb+srv://'],
      `sqlite:${join(dataFolder, 'truth.db')}`,
    ),
    readModels: address(
      env,
      'MASAR_READ_MODELS',
      ['sqlite:', 'mongodb://', 'mongodb+srv://'],
      `sqlite:${join(dataFolder, 'views.db')}`,
    ),
    eventLog: address(env, 'MASAR_EVENT_LOG', ['sqlite:', 'kafka://', 'kafka+ssl://'], 'sqlite:'),
    ...(env['MASAR_ADMIN_PASSWORD'] ? { adminPassword: env['MASAR_ADMIN_PASSWORD'] } : {}),
    demonstration: flag(env, 'MASAR_DEMO'),
    zone: zoneSetting(env),
    ...(env['MASAR_TODAY'] ? { today: env['MASAR_TODAY'] } : {}),
    allowToday: flag(env, 'MASAR_ALLOW_TODAY'),
    sealKey: resolve(env['MASAR_SEAL_KEY'] || defaultSealKeyFile(dataFolder)),
    ...(env['MASAR_SESSION_KEY'] ? { sessionKey: resolve(env['MASAR_SESSION_KEY']) } : {}),
    ...webhookSettings(env),
    auditCommands: oneOf(env, 'MASAR_AUDIT_COMMANDS', ['all', 'unrecorded'], 'all'),
    auditDays: whole(env, 'MASAR_AUDIT_DAYS', 1825, 30, 36_500),
    ...(env['MASAR_ACCOUNT_KEY'] ? { accountKey: resolve(env['MASAR_ACCOUNT_KEY']) } : {}),
    ...(oidc ? { oidc } : {}),
    tokenMinutes: whole(env, 'MASAR_TOKEN_MINUTES', 60, 5, 60),
    logLevel: oneOf(env, 'MASAR_LOG', logLevels, 'info'),
    logRequests: oneOf(env, 'MASAR_LOG_REQUESTS', ['all', 'faults', 'none'], 'faults'),
    ...(env['MASAR_REGISTRY_URL']
      ? { registryUrl: address(env, 'MASAR_REGISTRY_URL', ['http://', 'https://'], '') }
      : {}),
    bodyLimit: whole(env, 'MASAR_BODY_LIMIT', 1024 * 1024, 1024, 64 * 1024 * 1024),
    fileLimit: whole(env, 'MASAR_FILE_LIMIT', 64 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
    ...mailSettings(env),
    requestSeconds: whole(env, 'MASAR_REQUEST_SECONDS', 120, 1, 3600),
    requestsPerSecond: whole(env, 'MASAR_REQUESTS_PER_SECOND', 5000, 0, 1_000_000),
    proxies: whole(env, 'MASAR_PROXIES', 0, 0, 10),
  };
};
