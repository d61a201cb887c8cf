import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { backupStore, restoreStore, type BesideTruth, type RestoreAnswer } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import {
  accountsFromBackup,
  accountsInBackup,
  accountsIntoBackup,
  accountsOf,
  accountsUrlOf,
  bringAccounts,
  filesBesideTruth,
  filesIntoBackupOf,
  restoreFiles,
  type Account,
} from '@masar/services';
import { Refused } from '../masar-client.js';
import { mustBeNew, onStoreOnly, sayFactorsNotOpened, sayProgress, told } from './on-store.js';

const isFolder = (store: string): boolean => store.startsWith('sqlite:');
const accountsIn = ({ beside }: RestoreAnswer): readonly Account[] | undefined =>
  beside.find(({ name }) => name === 'accounts')?.value as readonly Account[] | undefined;

/** Accounts, then files: what lies beside a database's truth. */
async function* besideTruth(settings: Settings): AsyncGenerator<BesideTruth> {
  yield { name: 'accounts', value: await accountsOf(accountsUrlOf(settings)) };
  yield* filesBesideTruth(settings);
}

const backUp = async (settings: Settings, file: string) => {
  const { eventStore, dataFolder, sealKey } = settings;
  if (!isFolder(eventStore)) return backupStore(eventStore, file, { keyFile: sealKey, beside: besideTruth(settings) });
  const answer = await backupStore(eventStore, file);
  await accountsIntoBackup(dataFolder, file);
  await filesIntoBackupOf(settings, file);
  return answer;
};

/** A backup of either kind into a store of either kind, the accounts and the files with it. */
const restore = async (settings: Settings, file: string) => {
  const { eventStore, dataFolder, accountKey } = settings;
  const answer = await restoreStore(file, eventStore, sayProgress());
  const carried = accountsIn(answer);
  if (carried !== undefined) await bringAccounts(accountsUrlOf(settings), carried);
  else if (isFolder(eventStore)) await accountsFromBackup(file, dataFolder);
  else await bringAccounts(accountsUrlOf(settings), await accountsInBackup(file));
  await restoreFiles(file, settings);
  await sayFactorsNotOpened(accountsUrlOf(settings), dataFolder, accountKey);
  return answer;
};

/** `backup` and `restore`: the truth, the accounts and the evidence files as one file. */
export const backupCommands = (program: Command, settings: () => Settings): void => {
  program
    .command('backup <file>')
    .description(
      'نسخ احتياطي · copy the truth, the accounts and the evidence files into FILE, also beside a running Masar',
    )
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
