import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@masar/contracts';
import { workspaceRoot } from '../harness/bundled-apps.js';

/** How far each role's right to each action reaches, as docs/reference/access.md tells a security officer; '' where there is none. */
export type PublishedRights = ReadonlyMap<string, ReadonlyMap<Role, string>>;

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The tables of the page, and nothing of the code that decides: an expectation of its own. */
export const publishedRights = (): PublishedRights => {
  const rights = new Map<string, ReadonlyMap<Role, string>>();
  let columns: readonly string[] = [];
  for (const line of readFileSync(join(workspaceRoot(), 'docs/reference/access.md'), 'utf8').split('\n')) {
    if (!line.startsWith('|')) continue;
    const cells = cellsOf(line);
    if (cells[0] === 'Right') columns = cells.slice(1);
    const action = /^`([a-z-]+\.[a-z-]+)`$/.exec(cells[0] ?? '')?.[1];
    if (action !== undefined && columns.length > 0)
      rights.set(action, new Map(columns.map((role, at) => [role as Role, cells[at + 1] ?? ''])));
  }
  return rights;
};
