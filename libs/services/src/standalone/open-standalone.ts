import type { Host, Settings } from '@masar/nest-kit';
import { isDemonstration } from '../demonstration/index.js';
import { commandSide, openService, reportingSide } from '../hosting/index.js';

export interface Standalone {
  readonly host: Host;
  /** The administrator's password, when this start had to make it. */
  readonly madePassword?: string;
  /** A token for whoever works on the data folder itself: the command line, as `operator:<user>`. Ends with the process. */
  operatorToken(user: string): string;
}

/**
 * Every service in one process over one data folder, for the standalone app (with the folder of its page) and the command
 * line. Nothing listens yet.
 */
export const openStandalone = async (
  { registryUrl: _elsewhere, ...settings }: Settings,
  page?: string,
): Promise<Standalone> => {
  const modules = [...commandSide(), ...reportingSide()];
  const { host, sessions } = await openService(settings, 'standalone', modules, {
    isDemonstration,
    ...(page === undefined ? {} : { page }),
  });
  return {
    host,
    operatorToken: (user) => sessions!.authenticator.operatorToken(user),
    ...(sessions?.madePassword === undefined ? {} : { madePassword: sessions.madePassword }),
  };
};
