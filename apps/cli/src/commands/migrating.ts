import type { Command } from 'commander';
import { dirname, resolve } from 'node:path';
import { migrateStore } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import { accountsOf, accountsUrlOf, bringAccounts, filesBeside, migrateFiles } from '@masar/services';
import { Refused, WrongUse } from '../masar-client.js';
import { onStoreOnly, sayFactorsNotOpened, sayProgress, told } from './on-store.js';

const folderOf = (store: string): string => dirname(resolve(store.slice('sqlite:'.length)));
/** Accounts lie beside the truth: in the same folder, or in the same database. */
const accountsBeside = (store: string): string => accountsUrlOf({ eventStore: store, dataFolder: folderOf(store) });

/**
 * `migrate --from URL --to URL`: the whole of a store into another. Whichever is left out is the one the settings name, so
 * that an address with a password need not be an argument that a process list shows.
 */
export const migrateCommand = (program: Command, settings: () => Settings): void => {
  program
    .command('migrate')
    .description(
      'نقل · copy every commit, text for text, the accounts and the files into another store; given again, it goes on where it stopped',
    )
    .option('--from <url>', 'sqlite:PATH or mongodb://HOST/DATABASE; default the store of the settings')
    .option(
      '--to <url>',
      'the same, empty or with the beginning of the same history; default the store of the settings',
    )
    .action(async (options: { from?: string; to?: string }) => {
      onStoreOnly(program);
      const { eventStore, accountKey } = settings();
      const { from = eventStore, to = eventStore } = options;
      if (from === to) throw new WrongUse('--from and --to are the same store');
      const answer = await told(migrateStore(from, to, sayProgress()));
      const accounts = await bringAccounts(accountsBeside(to), await accountsOf(accountsBeside(from)));
      await sayFactorsNotOpened(accountsBeside(to), folderOf(to), accountKey);
      const files = await migrateFiles(filesBeside(from), filesBeside(to));
      const { streams, events, copied, digest, epoch, behind } = answer;
      console.log(
        `${streams} streams, ${events} events (${copied} commits copied), ${accounts} accounts, ${files} files`,
      );
      console.log(`heads of both ${digest}, epoch ${epoch}`);
      if (behind > 0)
        throw new Refused(`${behind} commits were written meanwhile: stop Masar there and give the command again`);
    });
};
