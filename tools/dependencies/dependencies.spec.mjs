import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { sources } from '../architecture/sources.mjs';
import { missingOptional } from './lockfile.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

describe('dependencies', () => {
  it('every optional dependency the lock names is in the lock', () => {
    expect(missingOptional(json('package-lock.json'))).toEqual([]);
  });

  it('sees a lock that lacks a platform package', () => {
    const lock = { packages: { 'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } } } };
    expect(missingOptional(lock)).toEqual(['node_modules/a names a-linux-x64']);
  });

  it('the lock names no registry but the public one', () => {
    const hosts = Object.values(json('package-lock.json').packages)
      .map((entry) => entry.resolved)
      .filter((address) => address?.startsWith('http'))
      .map((address) => new URL(address).host);
    expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });

  it('every version is pinned', () => {
    const loose = sources('package.json', 'apps/*/package.json', 'libs/*/package.json').flatMap((path) => {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = json(path);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([name, version]) => !name.startsWith('@masar/') && !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`);
    });
    expect(loose).toEqual([]);
  });
});
