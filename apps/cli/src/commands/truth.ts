import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { backupStore, migrateStore, restoreStore, sealStore, verifyStore, writeSeal } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import { accountsFromBackup, accountsIntoBackup } from '@masar/services';
import { Refused, WrongUse } from '../masar-client.js';

const onFolderOnly = (program: Command): void => {
  if (program.opts<{ url?: string }>().url) throw new WrongUse('this command works on the data folder, not with --url');
};

const mustBeNew = (file: string): void => {
  if (existsSync(file)) throw new Refused(`${file}: exists already`);
};

/** What the store says no to (no store there, one that is not empty) it says in plain words; faults of another kind are nobody's words. */
const told = <T>(work: Promise<T>): Promise<T> =>
  work.catch((fault: unknown) => {
    throw fault instanceof Error && fault.name === 'Error' && !('code' in fault) ? new Refused(fault.message) : fault;
  });

/** `seal` and `verify`: whether the truth is what was written. */
const sealing = (program: Command, settings: () => Settings): void => {
  program
    .command('seal <file>')
    .description('ختم · write a signed digest over every stream to FILE')
    .action(async (file: string) => {
      onFolderOnly(program);
      mustBeNew(file);
      const { eventStore, sealKey } = settings();
      const seal = await told(sealStore(eventStore, { keyFile: sealKey }));
      await writeSeal(seal, file);
      console.log(`${file}: seal ${seal.number}, ${seal.streams} streams, ${seal.events} events, ${seal.digest}`);
    });
  program
    .command('verify')
    .description('تحقّق · read every event and name the first that is not what was written')
    .option('--seal <file>', 'against a seal too: shows a cut tail, a removed or a re-hashed stream')
    .action(async (options: { seal?: string }) => {
      onFolderOnly(program);
      const { broken, streams, events } = await told(
        verifyStore(settings().eventStore, options.seal ? { seal: options.seal } : {}),
      );
      if (broken) {
        const place = broken.version === undefined ? broken.stream : `${broken.stream}@${broken.version}`;
        throw new Refused(`${place}: ${broken.breakage}${broken.detail ? ` (${broken.detail})` : ''}`, broken.breakage);
      }
      console.log(`${streams} streams, ${events} events: whole`);
    });
};

/** `backup`, `restore`, `migrate`: the truth and the accounts, as one file or in another store. */
const moving = (program: Command, settings: () => Settings): void => {
  program
    .command('backup <file>')
    .description('نسخ احتياطي · copy the truth and the accounts into FILE, also beside a running Masar')
    .action(async (file: string) => {
      onFolderOnly(program);
      mustBeNew(file);
      const { eventStore, dataFolder } = settings();
      const answer = await told(backupStore(eventStore, file));
      await accountsIntoBackup(dataFolder, file);
      console.log(`${file}: ${answer.streams} streams, ${answer.events} events`);
    });
  program
    .command('restore <file>')
    .description(
      'استعادة · put a backup in the place of the truth; readers start anew, what was there is kept beside it',
    )
    .action(async (file: string) => {
      onFolderOnly(program);
      if (!existsSync(file)) throw new Refused(`${file}: no such file`);
      const { eventStore, dataFolder } = settings();
      const answer = await told(restoreStore(file, eventStore));
      await accountsFromBackup(file, dataFolder);
      console.log(`${answer.streams} streams, ${answer.events} events, epoch ${answer.epoch}`);
    });
  program
    .command('migrate')
    .description('نقل · copy every commit, text for text, into an empty store')
    .requiredOption('--from <url>', 'sqlite:PATH')
    .requiredOption('--to <url>', 'sqlite:PATH')
    .action(async ({ from, to }: { from: string; to: string }) => {
      const answer = await told(migrateStore(from, to));
      console.log(`${answer.streams} streams, ${answer.events} events`);
    });
};

/** What an operator does about the truth itself; none of it goes through the API. */
export const truthCommands = (program: Command, settings: () => Settings): void => {
  sealing(program, settings);
  moving(program, settings);
};
