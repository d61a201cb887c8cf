import { readSettings, runProcess } from '@masar/nest-kit';
import { announcementOf, openStandalone } from '@masar/services';

await runProcess(async () => {
  const { host, madePassword } = await openStandalone(readSettings(process.env));
  return { host, announce: announcementOf(madePassword) };
});
