import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { temporaryFolder } from '@masar/testing';
import { keeperOfFile, keeperWith } from './sealed-secrets.js';

describe('the secret of a webhook at rest', () => {
  const keeper = keeperWith(Buffer.alloc(32, 1));

  it('opens with the key, for the webhook it was sealed for, and nothing else', () => {
    const sealed = keeper.seal('a secret of some length', 'hook-1');
    expect(sealed).not.toContain('secret');
    expect(keeper.open(sealed, 'hook-1')).toBe('a secret of some length');
    expect(keeper.seal('a secret of some length', 'hook-1')).not.toBe(sealed);
    expect(() => keeper.open(sealed, 'hook-2')).toThrow();
    expect(() => keeperWith(Buffer.alloc(32, 2)).open(sealed, 'hook-1')).toThrow();
    expect(() => keeper.open(`${sealed.slice(0, -3)}AAA`, 'hook-1')).toThrow();
  });

  it('has a key that is made once, for its owner alone, and never where one has to be shared', () => {
    const folder = temporaryFolder();
    const file = folder.file('webhook.key');
    expect(() => keeperOfFile(file, false)).toThrow();
    const sealed = keeperOfFile(file, true).seal('word', 'hook-1');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    expect(keeperOfFile(file, true).open(sealed, 'hook-1')).toBe('word');
    expect(readFileSync(file, 'utf8')).toBe(key);
    writeFileSync(file, 'too short');
    expect(() => keeperOfFile(file, false)).toThrow(/holds no key/);
    folder.remove();
  });
});
