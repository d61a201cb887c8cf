import type { MasarClient } from './masar-client.js';

/** Opens Masar as the options say (address or data folder), runs, and closes it again whatever happened. */
export type WithClient = (run: (client: MasarClient) => Promise<void>) => Promise<void>;

export const withClientFrom =
  (open: () => Promise<MasarClient>): WithClient =>
  async (run) => {
    const client = await open();
    try {
      await run(client);
    } finally {
      await client.close();
    }
  };
