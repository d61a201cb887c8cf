import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { rules } from './rules.mjs';
import { scan } from './scan.mjs';
import { sources } from './sources.mjs';

describe('architecture rules', () => {
  it('hold in every source file', () => {
    const found = sources('apps/**/*.ts', 'libs/**/*.ts').flatMap((path) =>
      scan(rules, path, readFileSync(path, 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule]))('%s fails on its fixture', (name) => {
    const text = readFileSync(`tools/architecture/fixtures/${name}.ts`, 'utf8');
    const path = /^\/\/ as: (\S+)/.exec(text)[1];
    expect(scan(rules, path, text).map((violation) => violation.rule)).toContain(name);
  });
});
