import autocannon from 'autocannon';
import { cpuSeconds } from './process-figures.mjs';

let serial = 0;

/**
 * Sends `next()` requests from `clients` connections for `seconds` (or `amount` of them) and answers rate, latencies (ms) and CPU per operation (ms,
 * of the server's process, all threads). Each request gets an idempotency key of its own.
 */
export const load = async ({ url, pid, clients, seconds, amount, token, next }) => {
  const before = cpuSeconds(pid);
  const result = await autocannon({
    url,
    connections: clients,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    timeout: 30,
    requests: [
      {
        setupRequest: (request) => {
          const { path, body } = next();
          return {
            ...request,
            method: 'POST',
            path,
            body: JSON.stringify(body),
            headers: {
              'content-type': 'application/json',
              'idempotency-key': `bench-${process.pid}-${(serial += 1)}`,
              ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
          };
        },
      },
    ],
  });
  const done = result['2xx'];
  return {
    clients,
    done,
    perSecond: done / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMilliseconds: ((cpuSeconds(pid) - before) * 1000) / Math.max(1, done),
    refused: result.non2xx + result.errors,
  };
};
