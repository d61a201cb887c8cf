import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import type { MigrationOptions } from '@masar/event-store';
import { accountKeyOf, factorsNotOpened } from '@masar/services';
import { Refused, WrongUse } from '../masar-client.js';

/** What is done to the store itself is not asked of a server. */
export const onStoreOnly = (program: Command): void => {
  if (program.opts<{ url?: string }>().url)
    throw new WrongUse('this command works on the store that MASAR_DATA or MASAR_EVENT_STORE names, not with --url');
};

export const mustBeNew = (file: string): void => {
  if (existsSync(file)) throw new Refused(`${file}: exists already`);
};

/** What the store says no to (no store there, one that is not empty) it says in plain words; faults of another kind are nobody's words. */
export const told = <T>(work: Promise<T>): Promise<T> =>
  work.catch((fault: unknown) => {
    throw fault instanceof Error && fault.name === 'Error' && !('code' in fault) ? new Refused(fault.message) : fault;
  });

/** A line on stderr where accounts came to a place without the key of their second factors. */
export const sayFactorsNotOpened = async (accounts: string, folder: string, accountKey?: string): Promise<void> => {
  const count = await factorsNotOpened(accounts, accountKeyOf(accounts, folder, accountKey));
  if (count > 0)
    console.error(
      `${count} accounts ask for a code that the key here cannot check: bring account.key or what MASAR_ACCOUNT_KEY named, else they sign in after a reset of the second factor`,
    );
};

const everyMs = 1000;

/** A line on stderr once a second, and at the end. */
export const sayProgress = (): Required<MigrationOptions> => {
  let saidAt = 0;
  return {
    onProgress: ({ commits, of }) => {
      const now = Date.now();
      if (now - saidAt < everyMs && commits < of) return;
      saidAt = now;
      console.error(`${commits} of ${of} commits`);
    },
  };
};
