import type { Command } from 'commander';
import { roles, type Role } from '@masar/contracts';
import type { Settings } from '@masar/nest-kit';
import { type Accounts, openAccounts } from '@masar/services';
import { Refused, WrongUse } from '../masar-client.js';

const rolesOf = (text: string): Role[] => {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !roles.some((role) => role === name));
  if (unknown !== undefined) throw new WrongUse(`unknown role ${unknown}: one of ${roles.join(', ')}`);
  return names as Role[];
};

/** A password comes in by the environment, never as an argument a process list shows; without one it is made and printed once. */
const chosenPassword = (): string | undefined => process.env['MASAR_USER_PASSWORD'] || undefined;

const sayPassword = (user: string, made: { readonly password?: string }): void =>
  console.log(made.password === undefined ? user : `${user}: ${made.password}`);

/** `user add|disable|reset` on the accounts of the data folder. A running Masar obeys them from its next request on. */
export const userCommands = (program: Command, settings: () => Settings): void => {
  const withAccounts = async (run: (accounts: Accounts) => Promise<void>): Promise<void> => {
    if (program.opts<{ url?: string }>().url)
      throw new WrongUse('this command works on the data folder, not with --url');
    const { accounts, records } = await openAccounts(settings().dataFolder);
    try {
      await run(accounts);
    } finally {
      records.close();
    }
  };
  const user = program.command('user').description('الحسابات · accounts of the data folder');
  user
    .command('add <name>')
    .description('إضافة حساب · make an account; the password is MASAR_USER_PASSWORD, else made and printed once')
    .requiredOption('--roles <roles>', 'comma-separated, e.g. lead,reviewer')
    .option('--entity <id>', 'whose official this is')
    .action((name: string, options: { roles: string; entity?: string }) =>
      withAccounts(async (accounts) => {
        if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) throw new Refused(`${name}: letters, digits, . _ - only, at most 64`);
        const password = chosenPassword();
        const made = await accounts.add(name, {
          roles: rolesOf(options.roles),
          ...(options.entity === undefined ? {} : { entity: options.entity }),
          ...(password === undefined ? {} : { password }),
        });
        sayPassword(name, made);
      }),
    );
  user
    .command('disable <name>')
    .description('إيقاف حساب · no sign-in any more, and every session ends')
    .action((name: string) => withAccounts((accounts) => accounts.disable(name)));
  user
    .command('reset <name>')
    .description('كلمة مرور جديدة · a new password; a disabled account may sign in again')
    .action((name: string) =>
      withAccounts(async (accounts) => sayPassword(name, await accounts.reset(name, chosenPassword()))),
    );
};
