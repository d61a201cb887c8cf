import type { Command } from 'commander';
import { openEventStore, republish } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import { post, Refused, WrongUse } from '../masar-client.js';
import type { WithClient } from '../session.js';
import { onStoreOnly, told } from './on-store.js';

const sayEveryMs = 1000;

/** Sets every commit's mark again, over the store itself: for topics that were lost. Beside running services or not. */
const everything = async (store: string, after: string | undefined): Promise<number> => {
  const opened = await openEventStore(store, { lock: false });
  try {
    if (opened.pending === undefined)
      throw new Refused('the log of a data folder is a view over its commits: there are no topics to fill');
    let saidAt = 0;
    const onStep = (commits: number, next: string | undefined) => {
      if (next === undefined || Date.now() - saidAt < sayEveryMs) return;
      saidAt = Date.now();
      console.error(`${commits} commits marked; to go on from here: --after ${next}`);
    };
    return await republish(opened.pending, undefined, { onStep, ...(after === undefined ? {} : { after }) });
  } finally {
    await opened.close();
  }
};

/** `republish [STREAM]`, and `republish --everything` for an operator of a cluster whose topics were lost. */
export const republishCommand = (program: Command, withClient: WithClient, settings: () => Settings): void => {
  program
    .command('republish [stream]')
    .description('إعادة نشر · deliver the events of a stream again, to fill holes; without one, of every parked stream')
    .option('--everything', 'of a cluster (MASAR_EVENT_STORE): the whole store, for topics that were lost')
    .option('--after <place>', 'with --everything: go on where an earlier run stopped')
    .action(async (stream: string | undefined, options: { everything?: boolean; after?: string }) => {
      if (options.everything) {
        if (stream !== undefined) throw new WrongUse('either a stream or --everything');
        onStoreOnly(program);
        console.log(
          `${await told(everything(settings().eventStore, options.after))} commits are to be published again`,
        );
        return;
      }
      await withClient(async (client) =>
        console.log(JSON.stringify(await post(client, '/api/reporting/republish', stream ? { stream } : {}))),
      );
    });
};
