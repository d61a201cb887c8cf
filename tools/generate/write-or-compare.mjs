import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const current = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** Writes a generated file; with `--check` compares instead and answers whether it was fresh. Paths are relative to the repository's root. */
export const writeOrCompare = (path, text) => {
  const fresh = current(path) === text;
  if (process.argv.includes('--check')) {
    if (!fresh) {
      console.error(`${path} is not fresh`);
      process.exitCode = 1;
    }
    return fresh;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (!fresh) writeFileSync(path, text);
  return fresh;
};
