import { beginLean } from './lean-memory.js';

beginLean(import.meta.url);

// Loaded only now: what comes before is done again.
const { readSettings, runProcess } = await import('@masar/nest-kit');
const { announcementOf, openStandalone } = await import('@masar/services');

await runProcess(async () => {
  const { host, madePassword } = await openStandalone(readSettings(process.env));
  return { host, announce: announcementOf(madePassword) };
});
