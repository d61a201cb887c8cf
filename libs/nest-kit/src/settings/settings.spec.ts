import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingFault } from './settings.js';

describe('settings from the environment', () => {
  it('has a default for everything', () => {
    expect(readSettings({ MASAR_DATA: '/var/masar' })).toEqual({
      port: 4600,
      host: '127.0.0.1',
      dataFolder: '/var/masar',
      eventStore: 'sqlite:/var/masar/truth.db',
      readModels: 'sqlite:/var/masar/views.db',
      eventLog: 'sqlite:',
      demonstration: false,
      auditCommands: 'all',
      auditDays: 1825,
      webhookNetworks: '',
      zone: 'Africa/Cairo',
      allowToday: false,
      sealKey: '/var/masar.keys/seal.pem',
      tokenMinutes: 60,
      logLevel: 'info',
      logRequests: 'faults',
      bodyLimit: 1_048_576,
      fileLimit: 67_108_864,
      requestSeconds: 120,
      requestsPerSecond: 5000,
      proxies: 0,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['MASAR_DEMO', 'yes'],
    ['MASAR_ZONE', 'Cairo'],
    ['MASAR_EVENT_STORE', 'postgres://x'],
    ['MASAR_LOG', 'loud'],
    ['MASAR_TOKEN_MINUTES', '4'],
    ['MASAR_TOKEN_MINUTES', '61'],
    ['MASAR_REGISTRY_URL', 'registry:4600'],
  ])('%s=%s is named and refused', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingFault);
    expect(() => readSettings({ [name]: value })).toThrow(`${name}=${JSON.stringify(value)}`);
  });

  it('takes the key of sessions from where it is told, and from nowhere by itself', () => {
    expect(readSettings({ MASAR_SESSION_KEY: '/run/keys/../session.key' }).sessionKey).toBe('/run/session.key');
    expect(readSettings({ MASAR_SESSION_KEY: '' })).not.toHaveProperty('sessionKey');
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', MASAR_ADMIN_PASSWORD: '', MASAR_ZONE: '' })).toMatchObject({
      port: 4600,
      zone: 'Africa/Cairo',
    });
    expect(readSettings({ MASAR_ADMIN_PASSWORD: '' })).not.toHaveProperty('adminPassword');
  });
});

describe('a ministry’s provider', () => {
  const whole = {
    MASAR_OIDC_ISSUER: 'https://id.example/realm',
    MASAR_OIDC_CLIENT_ID: 'masar',
    MASAR_OIDC_CLAIMS: '/etc/masar/claims.json',
    MASAR_PUBLIC_URL: 'https://masar.example/any/path',
  };

  it('is nobody’s unless it is set, and then wholly', () => {
    expect(readSettings({})).not.toHaveProperty('oidc');
    expect(readSettings({ ...whole, MASAR_OIDC_CLIENT_SECRET: 's' }).oidc).toEqual({
      issuer: 'https://id.example/realm',
      clientId: 'masar',
      clientSecret: 's',
      claims: '/etc/masar/claims.json',
      publicUrl: 'https://masar.example',
    });
    for (const name of ['MASAR_OIDC_CLIENT_ID', 'MASAR_OIDC_CLAIMS', 'MASAR_PUBLIC_URL'])
      expect(() => readSettings({ ...whole, [name]: '' })).toThrow(`${name}=""`);
  });

  it('is reached over TLS, but on this machine', () => {
    for (const issuer of ['http://id.example', 'ftp://id.example', 'id.example', 'http://127.0.0.1.example'])
      expect(() => readSettings({ ...whole, MASAR_OIDC_ISSUER: issuer })).toThrow('MASAR_OIDC_ISSUER');
    expect(readSettings({ ...whole, MASAR_OIDC_ISSUER: 'http://127.0.0.1:9' }).oidc?.issuer).toBe('http://127.0.0.1:9');
  });
});
