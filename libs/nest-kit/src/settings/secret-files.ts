import { readFileSync } from 'node:fs';
import { SettingFault } from './setting-fault.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is secret, or may hold a password. */
const secrets = [
  'MASAR_ADMIN_PASSWORD',
  'MASAR_EVENT_STORE',
  'MASAR_READ_MODELS',
  'MASAR_EVENT_LOG',
  'MASAR_OIDC_CLIENT_SECRET',
  'MASAR_SMTP',
];

const textOf = (setting: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (fault) {
    throw new SettingFault(setting, file, `a file that can be read (${(fault as { code?: string }).code})`);
  }
};

/** `NAME_FILE` names a file whose text is the value of `NAME`, without the end of its line: what is secret need not stand in an environment. */
export const withSecretFiles = (env: Environment): Environment => {
  const read = secrets.flatMap((name): [string, string][] => {
    const file = env[`${name}_FILE`];
    if (!file) return [];
    if (env[name]) throw new SettingFault(`${name}_FILE`, file, `nothing, since ${name} is set`);
    return [[name, textOf(`${name}_FILE`, file)]];
  });
  return { ...env, ...Object.fromEntries(read) };
};
