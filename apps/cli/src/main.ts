#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { readSettings, type Language } from '@masar/nest-kit';
import { importCommand } from './commands/importing.js';
import { projectionCommands } from './commands/projections.js';
import { readingCommands } from './commands/reading.js';
import { truthCommands } from './commands/truth.js';
import { userCommands } from './commands/users.js';
import { exitCodeOf, sayFault } from './faults.js';
import type { MasarClient } from './masar-client.js';
import { overHttp } from './over-http.js';
import { withClientFrom } from './session.js';

const program = new Command('masar')
  .description('مسار · Masar from the command line: on the data folder (MASAR_DATA), or with --url on a running system')
  .option('--url <address>', 'a running Masar; signs in by MASAR_TOKEN, or MASAR_USER and MASAR_PASSWORD')
  .addOption(
    new Option('--lang <language>', 'the language of refusals')
      .choices(['ar', 'en'] satisfies Language[])
      .default(process.env['LANG']?.startsWith('ar') ? 'ar' : 'en'),
  )
  .exitOverride()
  .showHelpAfterError();

const settings = () => readSettings(process.env);

const open = async (): Promise<MasarClient> => {
  const { url, lang } = program.opts<{ url?: string; lang: string }>();
  if (url === undefined) return (await import('./over-folder.js')).overFolder(settings(), lang);
  const { MASAR_TOKEN: token, MASAR_USER: user, MASAR_PASSWORD: password } = process.env;
  return overHttp({
    url,
    language: lang,
    ...(token ? { token } : {}),
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
  });
};

const withClient = withClientFrom(open);
importCommand(program, withClient);
readingCommands(program, withClient);
projectionCommands(program, withClient, settings);
truthCommands(program, settings);
userCommands(program, settings);
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync(process.argv);
} catch (fault) {
  if (!(fault instanceof CommanderError)) sayFault(fault, program.opts<{ lang: Language }>().lang);
  process.exitCode = exitCodeOf(fault);
}
