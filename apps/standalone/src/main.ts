import { readSettings, runProcess } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';

await runProcess(async () => {
  const { host, madePassword } = await openStandalone(readSettings(process.env));
  return {
    host,
    announce:
      madePassword === undefined
        ? []
        : [
            `مسار: المستخدم admin، كلمة المرور ${madePassword}`,
            `Masar: user admin, password ${madePassword} (shown this once)`,
          ],
  };
});
