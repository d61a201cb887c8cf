import { Worker } from 'node:worker_threads';
import { openCaller, type Caller } from './thread-calls.js';
import type { ThreadStart } from './thread-start.js';

/** Old-generation heap of one thread: more than it needs at 40,000 milestones, little enough that garbage goes early. */
const heapMegabytes = 192;
const youngMegabytes = 8;

export type ThreadName = 'projector-thread' | 'shared-projector-thread' | 'reader-thread';

/** A thread with the calls it answers. It says something once it is ready. */
export interface Thread {
  readonly caller: Caller;
  /** Resolves when it is ready, rejects when it cannot start. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended, with what ended it if nobody asked it to. */
  readonly ended: Promise<Error | undefined>;
  stop(): Promise<void>;
}

const urlOf = (name: ThreadName): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, import.meta.url);

export const startThread = (name: ThreadName, start: ThreadStart, onNews: (news: unknown) => void): Thread => {
  const worker = new Worker(urlOf(name), {
    workerData: start,
    name: `masar ${name}`,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  let stopping = false;
  let fault: Error | undefined;
  const caller = openCaller(worker as never, onNews);
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: { news?: { ready?: boolean } }) => {
      if (message.news?.ready === true) resolve();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${name} ended before it was ready`)));
  });
  worker.on('error', (met) => (fault = met instanceof Error ? met : new Error(String(met))));
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('exit', () => {
      const why = fault ?? (stopping ? undefined : new Error(`${name} ended by itself`));
      caller.fail(why ?? new Error(`${name} has stopped`));
      resolve(why);
    });
  });
  ready.catch(() => undefined);
  const stop = async () => {
    stopping = true;
    await ready.then(() => caller.call('stop')).catch(() => worker.terminate());
    await ended;
  };
  return { caller, ready, ended, stop };
};
