import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Every file git tracks, and every new one it does not ignore, relative to the repository's root. */
export const sources = (...patterns) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(path));
