import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { sources } from '../architecture/sources.mjs';
import { longFunctions } from './function-size.mjs';
import { untidy } from './tidy.mjs';

const code = sources('apps', 'libs', 'tools', '*.mjs').filter(
  (path) => /\.(ts|tsx|mjs|css)$/.test(path) && !/\/(fixtures|shipped)\//.test(path),
);

describe('tidy', () => {
  it('no file is too long, vaguely named or unfinished', () => {
    const own = /^tools\/tidy\//;
    expect(code.filter((path) => !own.test(path)).flatMap((path) => untidy(path, readFileSync(path, 'utf8')))).toEqual(
      [],
    );
  });

  it('no function is longer than a screen', () => {
    // Suites are lists of cases and catalogues lists of words: neither has steps to follow.
    const lists = /\.(spec|contract)\.(ts|mjs)$|^apps\/web\/src\/i18n\/(ar|en)\//;
    expect(
      code
        .filter((path) => !lists.test(path) && !path.endsWith('.css'))
        .flatMap((path) => longFunctions(path, readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });

  it.each([
    ['a long file', 'libs/a/src/long.ts', 'x\n'.repeat(401)],
    ['a vague name', 'libs/a/src/utils/dates.ts', ''],
    ['a marker', 'libs/a/src/b.ts', ['// TO', 'DO later'].join('')],
    ['a skipped test', 'libs/a/src/b.spec.ts', ['it', '.skip("x")'].join('')],
    ['a machine path', 'libs/a/src/b.ts', ['read("/wo', 'rk/main/x")'].join('')],
  ])('sees %s', (_name, path, text) => expect(untidy(path, text)).toHaveLength(1));

  it('sees a long function', () => {
    expect(longFunctions('a.ts', `export const long = () => {\n${'  step();\n'.repeat(60)}};\n`)).toHaveLength(1);
  });
});
