import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beginLean } from './lean-memory.js';

beginLean(import.meta.url);

// Loaded only now: what comes before is done again.
const { readSettings, runProcess } = await import('@masar/nest-kit');
const { announcementOf, openStandalone } = await import('@masar/services');

/** The page lies beside this app once it is built; sources that run by themselves may be without. */
const builtPage = (): string | undefined => {
  const folder = fileURLToPath(new URL('../../web/bundle', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : undefined;
};

await runProcess(async () => {
  const { host, madePassword } = await openStandalone(readSettings(process.env), builtPage());
  return { host, announce: announcementOf(madePassword) };
});
