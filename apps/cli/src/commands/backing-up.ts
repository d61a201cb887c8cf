import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { backupStore, restoreStore, type RestoreAnswer } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import {
  accountsFromBackup,
  accountsInBackup,
  accountsIntoBackup,
  accountsOf,
  accountsUrlOf,
  bringAccounts,
  type Account,
} from '@masar/services';
import { Refused } from '../masar-client.js';
import { mustBeNew, onStoreOnly, sayProgress, told } from './on-store.js';

const isFolder = (store: string): boolean => store.startsWith('sqlite:');
const accountsIn = ({ beside }: RestoreAnswer): readonly Account[] | undefined =>
  beside.find(({ name }) => name === 'accounts')?.value as readonly Account[] | undefined;

const backUp = async (settings: Settings, file: string) => {
  const { eventStore, dataFolder, sealKey } = settings;
  if (!isFolder(eventStore)) {
    const beside = [{ name: 'accounts', value: await accountsOf(accountsUrlOf(settings)) }];
    return backupStore(eventStore, file, { keyFile: sealKey, beside });
  }
  const answer = await backupStore(eventStore, file);
  await accountsIntoBackup(dataFolder, file);
  return answer;
};

/** A backup of either kind into a store of either kind, the accounts with it. */
const restore = async (settings: Settings, file: string) => {
  const { eventStore, dataFolder } = settings;
  const answer = await restoreStore(file, eventStore, sayProgress());
  const carried = accountsIn(answer);
  if (carried !== undefined) await bringAccounts(accountsUrlOf(settings), carried);
  else if (isFolder(eventStore)) await accountsFromBackup(file, dataFolder);
  else await bringAccounts(accountsUrlOf(settings), await accountsInBackup(file));
  return answer;
};

/** `backup` and `restore`: the truth and the accounts as one file. */
export const backupCommands = (program: Command, settings: () => Settings): void => {
  program
    .command('backup <file>')
    .description('نسخ احتياطي · copy the truth and the accounts into FILE, also beside a running Masar')
    .action(async (file: string) => {
      onStoreOnly(program);
      mustBeNew(file);
      const answer = await told(backUp(settings(), file));
      console.log(`${file}: ${answer.streams} streams, ${answer.events} events`);
    });
  program
    .command('restore <file>')
    .description(
      'استعادة · put a backup in the place of the truth (in MongoDB: into an empty database); readers start anew, a folder keeps what was there beside it',
    )
    .action(async (file: string) => {
      onStoreOnly(program);
      if (!existsSync(file)) throw new Refused(`${file}: no such file`);
      const answer = await told(restore(settings(), file));
      console.log(`${answer.streams} streams, ${answer.events} events, epoch ${answer.epoch}`);
    });
};
