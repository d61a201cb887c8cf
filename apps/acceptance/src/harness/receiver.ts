import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A program that takes whatever it is sent, as an integrator would run one. */
export interface Receiver {
  readonly url: string;
  /** What came to a path, all of it together. */
  readonly taken: (path: string) => string;
  readonly close: () => Promise<void>;
}

export const startReceiver = async (): Promise<Receiver> => {
  const taken: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push({ path: request.url ?? '', body });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: (path) =>
      taken
        .filter((one) => one.path === path)
        .map(({ body }) => body)
        .join('\n'),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
