import { Cluster } from './cluster/cluster.js';
import { hasProxy, sharedAddresses } from './cluster/servers.js';
import type { RunningSystem } from './running-system.js';
import { StandaloneProcess } from './standalone-process.js';

export interface SystemOptions {
  /** What "today" is when it starts: an instant. Absent: the machine's clock. */
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What scenarios and checks are run over: `MASAR_ACCEPTANCE_OVER=cluster`, else one process. */
export const over = (): 'standalone' | 'cluster' =>
  process.env['MASAR_ACCEPTANCE_OVER'] === 'cluster' ? 'cluster' : 'standalone';

/** Why no cluster can be run here; undefined when one can. */
export const noCluster = async (): Promise<string | undefined> => {
  if (!(await hasProxy())) return 'nginx is not there';
  return (await sharedAddresses()) === undefined ? 'there is no Kafka or no MongoDB' : undefined;
};

/** Starts a whole Masar, ready and signed in: the same for scenarios, whichever it is. */
export const startSystem = async (options: SystemOptions = {}): Promise<RunningSystem> => {
  if (over() === 'standalone') return StandaloneProcess.start(options);
  const addresses = await sharedAddresses();
  if (!addresses) throw new Error(`no cluster: ${(await noCluster()) ?? ''}`);
  return Cluster.start(addresses, options);
};
