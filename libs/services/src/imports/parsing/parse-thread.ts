import { parentPort } from 'node:worker_threads';
import { profileByName, readFile } from '@masar/import';
import type { ParseQuestion } from './parser.js';

/** The thread that reads imported files: one question at a time, answered in the order asked. */
parentPort?.on('message', async ({ bytes, profile, facts }: ParseQuestion) => {
  try {
    const known = profileByName(profile);
    if (!known) throw new Error(`no profile ${profile}`);
    parentPort?.postMessage({ file: await readFile(bytes, known, facts) });
  } catch (fault) {
    parentPort?.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) });
  }
});
