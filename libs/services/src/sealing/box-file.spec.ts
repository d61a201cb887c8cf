import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { SettingFault } from '@masar/nest-kit';
import { temporaryFolder } from '@masar/testing';
import { ownBox, sharedBox, writeBoxKey } from './box-file.js';

describe('the key of a box', () => {
  it('is made once in a folder, for its owner alone', () => {
    const folder = temporaryFolder();
    const file = folder.file('webhook.key');
    const sealed = ownBox(file)().seal('word', 'hook-1');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    expect(ownBox(file)().open(sealed, 'hook-1')).toBe('word');
    expect(readFileSync(file, 'utf8')).toBe(key);
    folder.remove();
  });

  it('is never made where it has to be shared, nor written over', () => {
    const folder = temporaryFolder();
    const file = folder.file('shared.key');
    expect(() => sharedBox('MASAR_WEBHOOK_KEY', file)).toThrow(SettingFault);
    writeBoxKey(file);
    expect(sharedBox('MASAR_WEBHOOK_KEY', file)().open(ownBox(file)().seal('word', 'x'), 'x')).toBe('word');
    expect(() => writeBoxKey(file)).toThrow();
    writeFileSync(file, 'too short');
    expect(() => sharedBox('MASAR_WEBHOOK_KEY', file)).toThrow(/MASAR_WEBHOOK_KEY/);
    folder.remove();
  });
});
