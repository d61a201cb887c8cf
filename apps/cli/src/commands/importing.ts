import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readable } from '@masar/contracts';
import type { ToldImport } from '@masar/services';
import { Refused, upload } from '../masar-client.js';
import { tableLines } from '../output/table.js';
import type { WithClient } from '../session.js';

const fileContent = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file);
  } catch (fault) {
    throw new Refused(`${file}: ${(fault as Error).message}`);
  }
};

/** `import FILE --profile P [--as-of DATE] [--dry-run]`: counts, and every fault by its row and column. Faults refuse the file. */
export const importCommand = (program: Command, withClient: WithClient): void => {
  program
    .command('import <file>')
    .description('استيراد بيانات · import a file by a profile; --dry-run only says what it would do')
    .requiredOption('--profile <profile>', 'how the file is read')
    .option('--as-of <date>', 'the day the source is dated: its rows are known from then')
    .option('--dry-run', 'change nothing')
    .action((file: string, options: { profile: string; asOf?: string; dryRun?: boolean }) =>
      withClient(async (client) => {
        const fields = new URLSearchParams({ profile: options.profile, filename: basename(file) });
        if (options.asOf) fields.set('asOf', options.asOf);
        if (options.dryRun) fields.set('dryRun', 'true');
        const answer = await upload<ToldImport>(client, `/api/imports?${fields.toString()}`, await fileContent(file));
        console.log(
          `new ${answer.new}  changed ${answer.changed}  unchanged ${answer.unchanged}  vanished ${answer.vanished}  faults ${answer.faultCount + answer.noticeCount}`,
        );
        if (answer.faults.length === 0) return;
        const rows = answer.faults.map((fault) => [
          String(fault.row),
          fault.column,
          readable(fault.value),
          fault.code,
          fault.message,
        ]);
        console.error(tableLines(['row', 'column', 'value', 'code', 'message'], rows).join('\n'));
      }),
    );
};
