import type { Command } from 'commander';
import { sealStore, verifyStore, writeSeal } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import { Refused } from '../masar-client.js';
import { backupCommands } from './backing-up.js';
import { migrateCommand } from './migrating.js';
import { mustBeNew, onStoreOnly, told } from './on-store.js';

/** `seal` and `verify`: whether the truth is what was written. */
const sealing = (program: Command, settings: () => Settings): void => {
  program
    .command('seal <file>')
    .description('ختم · write a signed digest over every stream to FILE')
    .action(async (file: string) => {
      onStoreOnly(program);
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
      onStoreOnly(program);
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

/** What an operator does about the truth itself; none of it goes through the API. */
export const truthCommands = (program: Command, settings: () => Settings): void => {
  sealing(program, settings);
  backupCommands(program, settings);
  migrateCommand(program, settings);
};
