import { api } from '../../api/client.js';
import type { Arrival, Intent } from './intent.js';

/** Any command of the interface: addresses are whole here, because an intent is kept as it will be sent. */
const post = api.POST as unknown as (
  path: string,
  sent: { readonly body: unknown; readonly headers: Readonly<Record<string, string>> },
) => Promise<{ readonly data?: unknown }>;

/** Of several commands given as one, what the last of them came to stands for all. */
const lastOf = (data: unknown): Arrival =>
  (data as { readonly items?: readonly Arrival[] }).items?.at(-1) ?? (data as Arrival);

export const deliver = async ({ path, body, key, version }: Intent): Promise<Arrival> => {
  const headers = {
    'idempotency-key': key,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
  return lastOf((await post(path, { body, headers })).data);
};
