import { fileURLToPath } from 'node:url';
import { seededRandom, spawnKillable, temporaryFolder } from '@masar/testing';
import { openEventStore } from '../open.js';
import { verifyStore } from '../maintenance.js';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const appender = fileURLToPath(new URL(`../contract/appending-process.${ending}`, import.meta.url));

export interface KillRoundsReport {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly held: number;
}

/**
 * A real process over a real folder, `kill -9` at a moment of chance, again and again: after each, everything it printed as
 * acknowledged is in the store, and the store verifies. Throws with the round otherwise.
 */
export const runKillRounds = async ({
  rounds,
  seed = 1,
}: {
  readonly rounds: number;
  readonly seed?: number;
}): Promise<KillRoundsReport> => {
  const random = seededRandom(seed);
  const folder = temporaryFolder();
  const url = `sqlite:${folder.file('truth.db')}`;
  const acknowledged = new Map<`${string}/${string}`, number>();
  let held = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const child = spawnKillable(appender, [url, '16']);
      await child.printed(1 + random.below(400));
      await child.kill();
      for (const line of child.lines) {
        const [stream, version] = line.split('@') as [`${string}/${string}`, string];
        acknowledged.set(stream, Number(version));
      }
      held = await heldAfter(url, acknowledged, round);
    }
    return { rounds, acknowledged: [...acknowledged.values()].reduce((sum, version) => sum + version, 0), held };
  } finally {
    folder.remove();
  }
};

const heldAfter = async (
  url: string,
  acknowledged: ReadonlyMap<`${string}/${string}`, number>,
  round: number,
): Promise<number> => {
  const verification = await verifyStore(url);
  if (!verification.ok) throw new Error(`round ${round}: broken at ${JSON.stringify(verification.broken)}`);
  const store = await openEventStore(url);
  try {
    for (const [stream, version] of acknowledged) {
      const head = (await store.head(stream))?.version ?? 0;
      if (head < version)
        throw new Error(`round ${round}: ${stream}@${version} was acknowledged, the stream ends at ${head}`);
    }
    return verification.events;
  } finally {
    await store.close();
  }
};
