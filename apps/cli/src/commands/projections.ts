import type { Command } from 'commander';
import type { Settings } from '@masar/nest-kit';
import type { ParkedStream } from '@masar/services';
import { post, readJson } from '../masar-client.js';
import { tableLines } from '../output/table.js';
import type { WithClient } from '../session.js';
import { republishCommand } from './republishing.js';

/** `rebuild`, `republish` and `parked`: what an operator does about projections. Truth is not touched by any of them. */
export const projectionCommands = (program: Command, withClient: WithClient, settings: () => Settings): void => {
  program
    .command('rebuild')
    .description('إعادة بناء العروض · fold every projection again beside the old one and switch when level')
    .action(() =>
      withClient(async (client) => console.log(JSON.stringify(await post(client, '/api/reporting/rebuild', {})))),
    );
  republishCommand(program, withClient, settings);
  const parked = program
    .command('parked')
    .description('السجلات الموقوفة · streams set aside because one event could not be folded');
  parked.command('list', { isDefault: true }).action(() =>
    withClient(async (client) => {
      const { items } = await readJson<{ items: ParkedStream[] }>(client, '/api/reporting/parked?limit=500');
      console.log(
        tableLines(
          ['stream', 'version', 'code'],
          items.map((item) => [item.stream, String(item.version), item.code]),
        ).join('\n'),
      );
    }),
  );
  parked
    .command('replay [stream]')
    .description('إعادة الطيّ · read it (without one, every parked stream) from the store again and fold on')
    .action((stream: string | undefined) =>
      withClient(async (client) =>
        console.log(JSON.stringify(await post(client, '/api/reporting/parked/replay', stream ? { stream } : {}))),
      ),
    );
};
