import { endRun } from '../servers/end-of-run.mjs';
import { runFolder } from '../servers/run-folder.mjs';

/** Ends the servers that the run has asked for. */
export default async function end() {
  await endRun(runFolder());
}
