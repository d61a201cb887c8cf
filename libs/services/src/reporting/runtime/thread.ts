import { Worker } from 'node:worker_threads';
import { openCaller, type Caller } from './thread-calls.js';

/** What a thread is started with. */
export interface ThreadPlan {
  /** Of the thread as a debugger shows it, and of its faults. */
  readonly name: string;
  readonly script: URL;
  /** Addresses and the like, since handles cannot cross. */
  readonly data: unknown;
  /** Of its old generation, and of its young one. */
  readonly heapMegabytes: number;
  readonly youngMegabytes: number;
}

/** A thread with the calls it answers. It says something once it is ready. */
export interface Thread {
  readonly caller: Caller;
  /** Resolves when it is ready, rejects when it cannot start. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended, with what ended it if nobody asked it to. */
  readonly ended: Promise<Error | undefined>;
  stop(): Promise<void>;
}

/** A script beside a module (`import.meta.url`), built or not as that one is. */
export const scriptBeside = (module: string, name: string): URL =>
  new URL(`./${name}${module.endsWith('.ts') ? '.ts' : '.js'}`, module);

export const startThread = (plan: ThreadPlan, onNews: (news: unknown) => void): Thread => {
  const { name, script, data, heapMegabytes, youngMegabytes } = plan;
  const worker = new Worker(script, {
    workerData: data,
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
