import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstScreen, firstScreenBytes, scriptsOf } from './first-screen.mjs';

/** Over a slow mobile line a second and a half; what grows past it is fetched later. */
const mostBytes = 250_000;
const folder = mkdtempSync(join(tmpdir(), 'masar-first-screen-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the scripts of the first screen', () => {
  let bytes;
  let manifest;
  beforeAll(() => {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--outDir', folder], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: 'pipe',
    });
    bytes = firstScreenBytes(folder);
    manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  }, 300_000);

  it(`travel as at most ${mostBytes} bytes`, () => {
    const all = Object.values(bytes).reduce((sum, one) => sum + one, 0);
    expect(all <= mostBytes ? [] : { all, ...bytes }).toEqual([]);
    expect(all).toBeGreaterThan(50_000);
  });

  it('are of one language, and of no other screen', () => {
    const first = scriptsOf(manifest, firstScreen);
    const others = Object.entries(manifest).filter(
      ([name, { isDynamicEntry }]) => isDynamicEntry && !firstScreen.includes(name),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(([, { file }]) => first.includes(file)).map(([name]) => name)).toEqual([]);
  });
});

describe('what a chunk stands on', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', dynamicImports: ['screen.tsx'] },
    'screen.tsx': { file: 'assets/screen.js', imports: ['_shared.js', 'index.html'] },
    '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  };
  it('is followed through what it imports at once, never through what it may fetch later', () => {
    expect(scriptsOf(manifest, ['index.html'])).toEqual(['assets/index.js']);
    expect(scriptsOf(manifest, ['screen.tsx'])).toEqual(['assets/screen.js', 'assets/shared.js', 'assets/index.js']);
  });
  it('has to be there', () => expect(() => scriptsOf(manifest, ['gone.tsx'])).toThrow('gone.tsx'));
});
