import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { connectTo } from '@masar/mongo';
import { mongoForTests } from '@masar/testing';
import { mongoSubject } from '../contract/index.js';

const { url: server } = await mongoForTests();
const whenThere = server === undefined ? describe.skip : describe;

/** The driver's own: nothing else can bring about that one moment. What follows is seen from outside. */
interface Looking {
  readonly topology: { readonly s: { readonly servers: ReadonlyMap<string, { readonly monitor: Monitor }> } };
}
interface Monitor {
  readonly connection: { readonly socket: { destroy(): void } } | null;
  requestCheck(): void;
}

whenThere('a document server whose connections close', () => {
  it('is looked at again, though a look was asked for while its own connection was closing', async () => {
    const subject = mongoSubject(server!);
    const connection = await connectTo(subject.url);
    try {
      const client = connection.getClient();
      // Later than the driver would wait by itself before it looks again.
      await rest(700);
      const [watched] = [...(client as unknown as Looking).topology.s.servers.values()];
      const { monitor } = watched!;
      expect(monitor.connection).not.toBeNull();
      const seen = once(client, 'serverHeartbeatSucceeded', { signal: AbortSignal.timeout(10_000) });
      monitor.connection!.socket.destroy();
      monitor.requestCheck();
      // With what the driver does unasked it never comes: it waits for an answer to what it wrote to nobody.
      await expect(seen).resolves.toHaveLength(1);
    } finally {
      await connection.close(true);
      await subject.remove();
    }
  }, 30_000);
});
