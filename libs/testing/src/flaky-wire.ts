import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** `whole`: everything passes. `cut`: connections break and none can be made. `mute`: what the server answers is lost. `dead`: nothing passes either way. */
export type WireState = 'whole' | 'cut' | 'mute' | 'dead';

export interface FlakyWire {
  readonly port: number;
  /** Everything that was asked of the server so far, as it went over the wire. */
  asked(): Buffer;
  /** Back to `whole`, connections that lost bytes are broken, since they can never be right again. */
  turn(state: WireState): void;
  close(): Promise<void>;
}

/** A wire to a server on this or another machine that a test can cut, mute and mend. */
export const flakyWire = async (to: { readonly host: string; readonly port: number }): Promise<FlakyWire> => {
  let state: WireState = 'whole';
  const pairs = new Set<readonly [Socket, Socket]>();
  const asked: Buffer[] = [];
  const breakAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const server = createServer((client) => {
    if (state === 'cut') return void client.destroy();
    const upstream = connect(to.port, to.host);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    client.on('data', (bytes) => {
      asked.push(bytes);
      if (state !== 'dead') upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (state === 'whole') client.write(bytes);
    });
    for (const [one, other] of [pair, [upstream, client] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => Buffer.concat(asked),
    turn: (to) => {
      const was = state;
      state = to;
      if (to === 'cut' || (to === 'whole' && was !== 'whole')) breakAll();
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
