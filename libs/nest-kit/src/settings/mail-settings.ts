import { SettingFault } from './setting-fault.js';

/** The server letters are handed to, and who they are from. */
export interface MailSettings {
  /** `smtp://[user:password@]host[:port]`, or `smtps://` for TLS from the first byte. */
  readonly server: string;
  readonly from: string;
}

const address = /^[^\s@<>,;:"]{1,64}@[A-Za-z0-9.-]{1,190}$/;

const isServer = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
};

/**
 * MASAR_SMTP and MASAR_MAIL_FROM: both or none. What is wrong with the server is said without repeating it, for it may hold a
 * password.
 */
export const mailSettings = (env: Readonly<Record<string, string | undefined>>): { readonly mail?: MailSettings } => {
  const [server, from] = [env['MASAR_SMTP'] || undefined, env['MASAR_MAIL_FROM'] || undefined];
  if (server === undefined) return {};
  if (!isServer(server)) throw new SettingFault('MASAR_SMTP', '…', 'smtp://[user:password@]host[:port] or smtps://…');
  if (from === undefined || !address.test(from))
    throw new SettingFault('MASAR_MAIL_FROM', from ?? '', 'the address reminders are from, beside MASAR_SMTP');
  return { mail: { server, from } };
};
