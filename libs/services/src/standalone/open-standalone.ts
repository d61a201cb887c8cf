import type { Host, Settings } from '@masar/nest-kit';
import { isDemonstration } from '../demonstration/index.js';
import { commandSide, openService } from '../hosting/index.js';
import { RemindersModule } from '../reminders/index.js';
import { ReportingModule } from '../reporting/index.js';

export interface Standalone {
  readonly host: Host;
  /** The administrator's password, when this start had to make it. */
  readonly madePassword?: string;
  /** A token for whoever works on the data folder itself: the command line, as `operator:<user>`. Ends with the process. */
  operatorToken(user: string): string;
}

/** Every service in one process over one data folder, for the standalone app and the command line. Nothing listens yet. */
export const openStandalone = async ({ registryUrl: _elsewhere, ...settings }: Settings): Promise<Standalone> => {
  const reporting = ReportingModule.of();
  const modules = [...commandSide(), reporting, RemindersModule.beside(reporting)];
  const { host, sessions } = await openService(settings, 'standalone', modules, { isDemonstration });
  return {
    host,
    operatorToken: (user) => sessions!.authenticator.operatorToken(user),
    ...(sessions?.madePassword === undefined ? {} : { madePassword: sessions.madePassword }),
  };
};
