import { connect, type Socket } from 'node:net';

/** What a socket was answered, by whoever writes to it as he likes; it ends when the server ends it, or after so long. */
export const rawly = (url: string, text: string, withinMs = 5_000): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(done, withinMs);
    socket.on('data', (chunk) => void (answer += chunk.toString('latin1')));
    socket.on('close', done);
    socket.on('error', done);
    socket.write(text);
  });

export interface SlowBodies {
  /** How many are taken and not ended by the server: each still has somebody who waits for the rest. */
  readonly open: () => number;
  readonly end: () => void;
}

/** Connections that begin a body and never end it. */
export const slowBodies = (url: string, count: number, head: string): SlowBodies => {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => open.add(socket));
    // Answered is not waited for any more, ended neither.
    for (const over of ['data', 'end', 'close'] as const) socket.on(over, () => open.delete(socket));
    socket.on('error', () => {});
    socket.write(`${head}\r\ncontent-length: 1000\r\n\r\n{"title":`);
    return socket;
  });
  return { open: () => open.size, end: () => sockets.forEach((socket) => socket.destroy()) };
};
