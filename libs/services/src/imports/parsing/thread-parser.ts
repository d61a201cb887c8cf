import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { fault, type FaultCode, type ReadFile } from '@masar/import';
import { fewAtOnce } from './few-at-once.js';
import type { ParseQuestion, Parser } from './parser.js';

type Answer = { readonly file: ReadFile; readonly fault?: undefined } | { readonly fault: string };

const secondsAtMost = 120;
/** Threads side by side, each with a memory of its own; and how many files may wait for one. */
const threads = { atOnce: 2, waiting: 20 };
/** The compiled thread beside this file; from sources, the source (tests start node with the loader that reads it). */
const threadFile = (): string => {
  const built = fileURLToPath(new URL('./parse-thread.js', import.meta.url));
  return existsSync(built) ? built : built.replace(/\.js$/, '.ts');
};

/** A file whose reading was given up: it holds more than a table does. */
const givenUp = (code: FaultCode): ReadFile => ({ initiatives: [], bodies: [], faults: [fault(code, 0, '')], rows: 0 });
const isOutOfMemory = (broken: Error): boolean => 'code' in broken && broken.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread is started for each file and ends with it: imports are rare, and a file that is too much for it harms nobody else. */
export const threadParser = (): Parser => {
  const open = new Set<Worker>();
  const inTurn = fewAtOnce(threads);
  return {
    read: (bytes, profile, facts) =>
      inTurn(
        () =>
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
              resolve(givenUp('file/too-long'));
            }, secondsAtMost * 1000);
            worker.once('message', (answer: Answer) => {
              done();
              if (answer.fault === undefined) resolve(answer.file);
              else reject(new Error(answer.fault));
            });
            worker.once('error', (broken: Error) => {
              done();
              if (isOutOfMemory(broken)) resolve(givenUp('file/too-large'));
              else reject(broken);
            });
            worker.once('exit', () => reject(new Error('the reading thread ended')));
            worker.postMessage({ bytes, profile, facts } satisfies ParseQuestion);
          }),
      ),
    close: async () => {
      await Promise.all([...open].map((worker) => worker.terminate()));
    },
  };
};
