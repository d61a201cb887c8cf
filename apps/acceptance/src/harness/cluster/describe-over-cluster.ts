import { describe, it } from '@jest/globals';
import { noCluster } from '../start-system.js';

/** The scenarios of a file, as they are, over a cluster; skipped, and said loudly, where none can be run. */
export const describeOverCluster = async (scenarios: () => Promise<unknown>): Promise<void> => {
  const because = await noCluster();
  if (because === undefined) {
    process.env['MASAR_ACCEPTANCE_OVER'] = 'cluster';
    await scenarios();
    return;
  }
  process.stderr.write(`\n>>> No cluster here, ${because}: ITS SCENARIOS ARE SKIPPED\n`);
  const skipped = describe.skip;
  skipped('over a cluster', () => {
    it('needs Kafka, MongoDB and nginx', () => undefined);
  });
};
