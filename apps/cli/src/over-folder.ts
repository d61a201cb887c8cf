import { userInfo } from 'node:os';
import type { Settings } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';
import type { Answer, MasarClient } from './masar-client.js';

const startMilliseconds = 60_000;

/** The whole of Masar inside this process over the data folder, locked for as long as the command runs; nothing listens. */
export const overFolder = async (settings: Settings, language: string): Promise<MasarClient> => {
  const { host, operatorToken, madePassword } = await openStandalone({
    ...settings,
    logLevel: settings.logLevel === 'info' ? 'warn' : settings.logLevel,
  });
  if (madePassword !== undefined) console.error(`admin: ${madePassword} (the folder is new; this is shown once)`);
  await host.readiness.whenReady(startMilliseconds);
  const token = operatorToken(userInfo().username);
  return {
    request: async (method, path, body): Promise<Answer> => {
      const answer = await host.app.inject({
        method,
        url: path,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': language,
          ...(body ? { 'content-type': body.type } : {}),
        },
        ...(body ? { payload: body.content } : {}),
      });
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
        body: answer.rawPayload,
      };
    },
    close: () => host.stop(),
  };
};
