import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const mailOf = (env: Record<string, string>) => readSettings({ MASAR_DATA: '/var/masar', ...env }).mail;
const from = { MASAR_MAIL_FROM: 'masar@example.gov' };

describe('where reminders go out', () => {
  it('is nowhere unless somebody says so', () => {
    expect(mailOf({})).toBeUndefined();
    expect(mailOf({ MASAR_SMTP: '', ...from })).toBeUndefined();
  });

  it.each(['smtp://mail', 'smtps://masar:p%40ss@mail.example.gov:465', 'smtp://[::1]:2525'])('is %s', (server) =>
    expect(mailOf({ MASAR_SMTP: server, ...from })).toEqual({ server, from: 'masar@example.gov' }),
  );

  it('is an address that says who letters are from', () => {
    for (const wrong of ['', 'masar', 'Masar <masar@example.gov>', 'a@b\nBcc: c@d'])
      expect(() => mailOf({ MASAR_SMTP: 'smtp://mail', MASAR_MAIL_FROM: wrong })).toThrow('MASAR_MAIL_FROM');
  });

  it('is never repeated where it is wrong, for it may hold a password', () => {
    for (const wrong of ['https://user:secret@mail', 'user:secret@mail', 'smtp://'])
      expect(() => mailOf({ MASAR_SMTP: wrong, ...from })).toThrow(/^(?!.*secret).*MASAR_SMTP/);
  });
});
