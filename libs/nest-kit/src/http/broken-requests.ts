import type { Socket } from 'node:net';
import { problemMedia } from '../problems/problem.js';
import { problemOf } from '../problems/refusal-problem.js';

interface Status {
  readonly status: number;
  readonly reason: string;
}

const byCode: Readonly<Record<string, Status>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'Request Timeout' },
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'Request Header Fields Too Large' },
};
const otherwise: Status = { status: 400, reason: 'Bad Request' };

/**
 * What never became a request (no HTTP, headers without end, a body that does not come) is answered once, in words of ours
 * and without a word about our inside, and the connection is closed.
 */
export const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return void socket.destroy();
  const { status, reason } = byCode[error.code ?? ''] ?? otherwise;
  const body = JSON.stringify({ ...problemOf('body/malformed', 'ar'), status });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    `content-type: ${problemMedia}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'content-language: ar',
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
};
