import { type Answer, type MasarClient, Refused, WrongUse } from './masar-client.js';

export interface RemoteAccess {
  readonly url: string;
  readonly token?: string;
  readonly user?: string;
  readonly password?: string;
  readonly language: string;
}

const unreachable = (url: string, fault: unknown): never => {
  throw new Refused(
    `${url}: ${fault instanceof Error ? (fault.cause instanceof Error ? fault.cause.message : fault.message) : String(fault)}`,
  );
};

const signIn = async (access: RemoteAccess): Promise<string> => {
  if (access.token) return access.token;
  if (!access.password)
    throw new WrongUse('--url needs MASAR_TOKEN, or MASAR_USER and MASAR_PASSWORD, in the environment');
  const answer = await fetch(new URL('/api/session', access.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': access.language },
    body: JSON.stringify({ user: access.user ?? 'admin', password: access.password }),
  }).catch((fault: unknown) => unreachable(access.url, fault));
  const body = (await answer.json()) as { token?: string; title?: string };
  if (!answer.ok || !body.token) throw new Refused(body.title ?? `sign-in: ${answer.status}`);
  return body.token;
};

/** A running Masar at an address. Credentials come from the environment, never from arguments that a process list shows. */
export const overHttp = async (access: RemoteAccess): Promise<MasarClient> => {
  const token = await signIn(access);
  return {
    request: async (method, path, body): Promise<Answer> => {
      const response = await fetch(new URL(path, access.url), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': access.language,
          ...(body ? { 'content-type': body.type } : {}),
        },
        ...(body ? { body: new Uint8Array(body.content) } : {}),
      }).catch((fault: unknown) => unreachable(access.url, fault));
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      };
    },
    close: async () => undefined,
  };
};
