import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workspaceRoot } from './bundled-apps.js';

/** Where the real files lie: `MASAR_SHARED_DATA`, or `shared/data` beside the repository; undefined where they are not. */
export const sharedData = (): string | undefined => {
  const folder = process.env['MASAR_SHARED_DATA'] ?? resolve(workspaceRoot(), '../shared/data');
  return existsSync(join(folder, 'MANIFEST.md')) ? folder : undefined;
};
