import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { checkedLookup, requireCallable, type AllowedNetworks } from './public-address.js';

/** One sending of some events, in the batched form of CloudEvents. */
export interface Sending {
  readonly url: string;
  readonly webhook: string;
  /** The same each time the same events are tried. */
  readonly delivery: string;
  readonly attempt: number;
  readonly secret: string;
  readonly body: string;
  /** Seconds since 1970: signed with the body, so that what was overheard is not sent again later. */
  readonly at: number;
}

export interface Posting {
  readonly networks: AllowedNetworks;
  /** For the whole of it. */
  readonly timeoutMs?: number;
  /** Where names lead; of a test that changes its mind. */
  readonly lookup?: (isPlain: boolean) => LookupFunction;
}

export const media = 'application/cloudevents-batch+json; charset=utf-8';

/** `t=<seconds>,v1=<hex of HMAC-SHA256 over "<seconds>.<body>">`. */
export const signatureOf = (secret: string, at: number, body: string): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

const usualTimeoutMs = 10_000;

const headersOf = ({ webhook, delivery, attempt, secret, body, at }: Sending) => ({
  'content-type': media,
  'content-length': Buffer.byteLength(body),
  'user-agent': 'Masar-Webhooks/1',
  'masar-webhook': webhook,
  'masar-delivery': delivery,
  'masar-attempt': String(attempt),
  'masar-signature': signatureOf(secret, at, body),
  connection: 'close',
});

/**
 * Sends, and answers the status. A connection of its own each time, to an address that was checked when it was made; nothing
 * is followed anywhere, and nothing of an answer is read but its status. Rejects with what became of the connection.
 */
export const postEvents = async (
  sending: Sending,
  { networks, timeoutMs = usualTimeoutMs, lookup }: Posting,
): Promise<number> => {
  const url = requireCallable(sending.url, networks);
  const isPlain = url.protocol === 'http:';
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: headersOf(sending),
      agent: false,
      lookup: lookup?.(isPlain) ?? checkedLookup(networks, isPlain),
      signal: AbortSignal.timeout(timeoutMs),
      maxHeaderSize: 16 * 1024,
    } as const;
    const request = (isPlain ? plainRequest : secureRequest)(url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    request.on('error', reject);
    request.end(sending.body);
  });
};
