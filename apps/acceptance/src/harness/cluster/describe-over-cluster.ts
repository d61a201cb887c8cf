import { describe, expect, it } from '@jest/globals';
import { noCluster } from '../start-system.js';

/** The scenarios of a file, as they are, over a cluster; skipped, and said loudly, where none can be run. */
export const describeOverCluster = async (scenarios: () => Promise<unknown>): Promise<void> => {
  const because = await noCluster();
  const whenThere = because === undefined ? describe : describe.skip;
  whenThere('Kafka, MongoDB and a proxy for a cluster', () => {
    it('are still there', async () => expect(await noCluster()).toBeUndefined());
  });
  if (because !== undefined) {
    process.stderr.write(`\n>>> No cluster here, ${because}: ITS SCENARIOS ARE SKIPPED\n`);
    return;
  }
  process.env['MASAR_ACCEPTANCE_OVER'] = 'cluster';
  await scenarios();
};
