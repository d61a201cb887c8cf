import { StandaloneProcess } from '../harness/standalone-process.js';
import { registerInitiatives, timelinesOf, type Given } from './waits-given.js';

/** The same commands in a system nobody kills. */
export const undisturbed = async (given: readonly (readonly Given[])[], now: string): Promise<readonly string[]> => {
  const system = await StandaloneProcess.start({ now });
  try {
    await registerInitiatives(system.client, given.length);
    for (const commands of given)
      for (const { path, body, key } of commands) await system.client.accept(path, body, { 'idempotency-key': key });
    return await timelinesOf(system.client, given.length);
  } finally {
    await system.remove();
  }
};
