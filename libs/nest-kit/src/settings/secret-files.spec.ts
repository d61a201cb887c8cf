import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('a setting whose text is in a file', () => {
  it('is the text without the end of its line', () => {
    const settings = readSettings({
      MASAR_ADMIN_PASSWORD_FILE: file('password', 'long enough \n'),
      MASAR_EVENT_STORE_FILE: file('store', 'mongodb://masar:pw@one,two/masar?replicaSet=masar\n'),
      MASAR_READ_MODELS_FILE: file('views', 'mongodb://masar:pw@one,two/masar_views?replicaSet=masar'),
      MASAR_EVENT_LOG_FILE: file('log', 'kafka+ssl://masar:pw@kafka:9093'),
    });
    expect(settings).toMatchObject({
      adminPassword: 'long enough',
      eventStore: 'mongodb://masar:pw@one,two/masar?replicaSet=masar',
      readModels: 'mongodb://masar:pw@one,two/masar_views?replicaSet=masar',
      eventLog: 'kafka+ssl://masar:pw@kafka:9093',
    });
  });

  it('is checked as if it had been said itself', () => {
    expect(() => readSettings({ MASAR_EVENT_STORE_FILE: file('wrong', 'postgres://x') })).toThrow('MASAR_EVENT_STORE');
  });

  it('is not said twice', () => {
    const env = { MASAR_ADMIN_PASSWORD: 'a', MASAR_ADMIN_PASSWORD_FILE: file('twice', 'b') };
    expect(() => readSettings(env)).toThrow(
      /MASAR_ADMIN_PASSWORD_FILE=.* expected nothing, since MASAR_ADMIN_PASSWORD is set/,
    );
  });

  it('that is not there stops the start and names the setting', () => {
    expect(() => readSettings({ MASAR_EVENT_STORE_FILE: join(folder, 'none') })).toThrow(
      /MASAR_EVENT_STORE_FILE=.*none.* expected a file that can be read \(ENOENT\)/,
    );
  });
});
