import type { ApiClient } from '../harness/api-client.js';
import type { Answer } from '../harness/target.js';
import type { DescribedRoute } from './described-routes.js';
import type { Example } from './example.js';
import { nothingLike, ofNothing } from './ground.js';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly media?: string;
  readonly body?: string;
}

/** The request of an example. */
export const requestOf = ({ method, path }: DescribedRoute, { path: named = {}, query, body, raw }: Example): Sent => {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = (named as Record<string, string | undefined>)[name];
    if (value === undefined) throw new Error(`the example of ${method} ${path} says nothing of {${name}}`);
    return encodeURIComponent(value);
  });
  const asked = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  const text = raw?.text ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    path: address + asked,
    ...(text === undefined ? {} : { media: raw?.media ?? 'application/json', body: text }),
  };
};

export const send = (api: ApiClient, { method, path, media, body }: Sent): Promise<Answer> =>
  api.send(method, path, {
    ...(body === undefined ? {} : { body }),
    headers: { 'accept-language': 'en', ...(media === undefined ? {} : { 'content-type': media }) },
  });

/** The same request for what is not there. */
export const twinOf = ({ method, path, media, body }: Sent, names: readonly string[] = []): Sent => ({
  method,
  path: ofNothing(path, names),
  ...(media === undefined ? {} : { media }),
  ...(body === undefined ? {} : { body: ofNothing(body, names) }),
});

/** What differs between any two answers, and what only says when and how each was sent. */
const ofItsOwn = new Set(['date', 'x-request-id', 'keep-alive', 'connection']);
const request = /"(instance|requestId|correlationId)":"[^"]*"/g;

/** An answer as somebody compares it who looks for a difference: status, headers and body, ids that were asked for blanked. */
export const blanked = ({ status, headers, body }: Answer, names: readonly string[] = []): string => {
  const kept = Object.entries(headers)
    .filter(([name]) => !ofItsOwn.has(name))
    .sort();
  const text = JSON.stringify([status, kept, body]).replaceAll(request, '');
  return names
    .flatMap((name) => [name, nothingLike(name)])
    .reduce((so, name) => so.replaceAll(name, '…'), text)
    .replaceAll(/\b(is|no)\d{6}\b/g, '…')
    .replaceAll(/\b(delta|nobdy)\b/g, '…');
};
