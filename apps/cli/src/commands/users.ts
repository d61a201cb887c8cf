import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { roles, type Role } from '@masar/contracts';
import type { Settings } from '@masar/nest-kit';
import {
  type Accounts,
  accountsUrlOf,
  openAccounts,
  rotateSigningKey,
  writeBoxKey,
  writeSigningKey,
} from '@masar/services';
import { Refused, WrongUse } from '../masar-client.js';

const rolesOf = (text: string): Role[] => {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !roles.some((role) => role === name));
  if (unknown !== undefined) throw new WrongUse(`unknown role ${unknown}: one of ${roles.join(', ')}`);
  return names as Role[];
};

/** A password comes in by the environment, never as an argument a process list shows; without one it is made and printed once. */
const chosenPassword = (): string | undefined => process.env['MASAR_USER_PASSWORD'] || undefined;

/** Whoever works on the machine, as the accounts' histories name him. */
const operator = (): string => `operator:${userInfo().username}`;

const sayPassword = (user: string, made: { readonly password?: string }): void =>
  console.log(made.password === undefined ? user : `${user}: ${made.password}`);

/** The key that every registry of a cluster is given as a file (MASAR_SESSION_KEY). */
const sessionKeyCommand = (program: Command): void => {
  program
    .command('session-key <file>')
    .description('مفتاح الجلسات · write a new key that signs sessions to FILE, for MASAR_SESSION_KEY')
    .option('--rotate', 'put a new key into FILE; the one before is believed until its last token has ended')
    .action(async (file: string, { rotate }: { rotate?: boolean }) => {
      if (rotate) {
        if (!existsSync(file)) throw new Refused(`${file}: there is no key to take the place of`);
        await rotateSigningKey(file);
        return console.log(file);
      }
      if (existsSync(file)) throw new Refused(`${file}: exists already`);
      await writeSigningKey(file);
      console.log(file);
    });
  program
    .command('sealing-key <file>')
    .description('مفتاح الحفظ · write a new key to FILE that seals secrets, for MASAR_ACCOUNT_KEY or MASAR_WEBHOOK_KEY')
    .action((file: string) => {
      if (existsSync(file)) throw new Refused(`${file}: exists already`);
      writeBoxKey(file);
      console.log(file);
    });
};

/** What an operator does about signing in: on the accounts of the data folder, or of the cluster whose store the settings name. */
export const userCommands = (program: Command, settings: () => Settings): void => {
  const withAccounts = async (run: (accounts: Accounts) => Promise<void>): Promise<void> => {
    if (program.opts<{ url?: string }>().url)
      throw new WrongUse(
        'this command works on the accounts that MASAR_DATA or MASAR_EVENT_STORE names, not with --url',
      );
    const { accounts, records } = await openAccounts(accountsUrlOf(settings()));
    try {
      await run(accounts);
    } finally {
      await records.close();
    }
  };
  sessionKeyCommand(program);
  const user = program
    .command('user')
    .description('الحسابات · accounts of the data folder, or of a cluster (MASAR_EVENT_STORE=mongodb://…)');
  user
    .command('add <name>')
    .description('إضافة حساب · make an account; the password is MASAR_USER_PASSWORD, else made and printed once')
    .requiredOption('--roles <roles>', 'comma-separated, e.g. lead,reviewer')
    .option('--entity <id>', 'whose official this is')
    .option('--partner <id>', 'whose person this is, with the role partner alone')
    .action((name: string, options: { roles: string; entity?: string; partner?: string }) =>
      withAccounts(async (accounts) => {
        if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) throw new Refused(`${name}: letters, digits, . _ - only, at most 64`);
        const password = chosenPassword();
        const made = await accounts.add(name, {
          roles: rolesOf(options.roles),
          ...(options.entity === undefined ? {} : { entity: options.entity }),
          ...(options.partner === undefined ? {} : { partner: options.partner }),
          by: operator(),
          ...(password === undefined ? {} : { password }),
        });
        sayPassword(name, made);
      }),
    );
  user
    .command('disable <name>')
    .description('إيقاف حساب · no sign-in any more, and every session ends')
    .action((name: string) => withAccounts((accounts) => accounts.disable(name, operator())));
  user
    .command('reset <name>')
    .description('كلمة مرور جديدة · a new password; a disabled account may sign in again')
    .action((name: string) =>
      withAccounts(async (accounts) => sayPassword(name, await accounts.reset(name, chosenPassword(), operator()))),
    );
};
