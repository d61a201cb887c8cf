import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReadFile } from '@masar/import';
import type { ParseQuestion, Parser } from './parser.js';

type Answer = { readonly file: ReadFile; readonly fault?: undefined } | { readonly fault: string };

const secondsAtMost = 120;
/** The compiled thread beside this file; from sources, the source (tests start node with the loader that reads it). */
const threadFile = (): string => {
  const built = fileURLToPath(new URL('./parse-thread.js', import.meta.url));
  return existsSync(built) ? built : built.replace(/\.js$/, '.ts');
};

/** A thread is started for each file and ends with it: imports are rare, and a file that is too much for it harms nobody else. */
export const threadParser = (): Parser => {
  const open = new Set<Worker>();
  return {
    read: (bytes, profile, facts) =>
      new Promise<ReadFile>((resolve, reject) => {
        const worker = new Worker(threadFile(), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
        open.add(worker);
        const done = (): void => {
          clearTimeout(timer);
          open.delete(worker);
          void worker.terminate();
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error('the file takes too long to read'));
        }, secondsAtMost * 1000);
        worker.once('message', (answer: Answer) => {
          done();
          if (answer.fault === undefined) resolve(answer.file);
          else reject(new Error(answer.fault));
        });
        worker.once('error', (fault) => {
          done();
          reject(fault);
        });
        worker.once('exit', () => reject(new Error('the reading thread ended')));
        worker.postMessage({ bytes, profile, facts } satisfies ParseQuestion);
      }),
    close: async () => {
      await Promise.all([...open].map((worker) => worker.terminate()));
    },
  };
};
