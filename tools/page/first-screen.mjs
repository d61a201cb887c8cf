import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What must have arrived before an official who opens the page reads the portfolio: its entry, its words, the screen. */
export const firstScreen = ['index.html', 'src/i18n/ar/index.ts', 'src/features/portfolio/portfolio.tsx'];

/** The scripts that chunks of a built page stand on, themselves included, each once. Throws on a chunk that was not built. */
export const scriptsOf = (manifest, chunks) => {
  const found = new Map();
  const follow = (name) => {
    if (found.has(name)) return;
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the page has no chunk ${name}`);
    found.set(name, chunk.file);
    for (const next of chunk.imports ?? []) follow(next);
  };
  chunks.forEach(follow);
  return [...new Set(found.values())].filter((file) => file.endsWith('.js'));
};

/** Bytes of each script of the first screen as they travel. */
export const firstScreenBytes = (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  return Object.fromEntries(
    scriptsOf(manifest, firstScreen).map((file) => [file, gzipSync(readFileSync(join(folder, file))).length]),
  );
};
