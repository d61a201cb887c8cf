import { connect } from 'node:net';

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

/** Connections that begin a body and never end it. */
export const slowBodies = (url: string, count: number, head: string): { readonly end: () => void } => {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(`${head}\r\ncontent-length: 1000\r\n\r\n{"title":`);
    return socket;
  });
  return { end: () => sockets.forEach((socket) => socket.destroy()) };
};
