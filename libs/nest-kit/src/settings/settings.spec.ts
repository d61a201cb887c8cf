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
