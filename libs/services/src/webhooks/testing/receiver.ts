import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly url: string;
}

/** A program that is sent events: answers what it is told to, and keeps what came. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Waited for before each answer: what a spec wants to happen in between. */
  beforeAnswer: () => Promise<void>;
  /** A status, another address to go to, or no answer at all. */
  answer: number | 'redirect' | 'nothing';
  close(): Promise<void>;
}

export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer((request, reply) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      received.push({ headers: request.headers, body: Buffer.concat(pieces).toString(), url: request.url ?? '' });
      await receiver.beforeAnswer();
      if (receiver.answer === 'nothing') return;
      if (receiver.answer === 'redirect') return void reply.writeHead(307, { location: '/elsewhere' }).end();
      reply.writeHead(receiver.answer).end('x'.repeat(10));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/masar`,
    port,
    received,
    answer: 200,
    beforeAnswer: async () => undefined,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
};
