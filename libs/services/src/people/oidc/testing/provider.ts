import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

type Claims = Readonly<Record<string, unknown>>;

/** Another token in the place of the provider's own, made of what that says. */
export type Forgery = (claims: JWTPayload, keys: ProviderKeys) => Promise<string>;

export interface ProviderKeys {
  readonly current: CryptoKey;
  readonly retired: CryptoKey;
}

const keyPair = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, use: 'sig', alg: 'RS256' };
  return {
    key: privateKey,
    secret: { ...(await exportJWK(privateKey)), ...named },
    open: { ...(await exportJWK(publicKey)), ...named },
  };
};

export const signed = (claims: JWTPayload, key: CryptoKey, kid: string): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/**
 * A real provider (`oidc-provider`) with people of the test, behind a gate that shows which keys it publishes and may put
 * another token in the place of the one it gave.
 */
export class TestProvider {
  readonly people: Record<string, Claims> = {};
  forgery: Forgery | undefined;
  isRetiredPublished = true;
  isAway = false;
  #servers: Server[] = [];

  private constructor(
    readonly issuer: string,
    private readonly keys: ProviderKeys,
  ) {}

  static async start(redirectUri: string): Promise<TestProvider> {
    const [current, retired] = [await keyPair('current'), await keyPair('retired')];
    const handlers: { gate?: (request: IncomingMessage, response: ServerResponse) => void } = {};
    const gate = createServer((request, response) => handlers.gate!(request, response));
    const issuer = await listening(gate);
    const made = new TestProvider(issuer, { current: current.key, retired: retired.key });
    const configuration: Configuration = {
      clients: [{ client_id: 'masar', client_secret: 'a secret of the test', redirect_uris: [redirectUri] }],
      jwks: { keys: [current.secret as never] },
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'ministry'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...made.people[id] }) }),
      cookies: { keys: ['of the test'] },
    };
    const provider = new Provider(issuer, configuration);
    provider.proxy = true;
    const inner = createServer(provider.callback());
    const innerUrl = await listening(inner);
    made.#servers = [gate, inner];
    handlers.gate = (request, response) =>
      void made.#pass(innerUrl, request, response, [current.open, retired.open]).catch(() => response.destroy());
    return made;
  }

  async #pass(
    innerUrl: string,
    request: IncomingMessage,
    response: ServerResponse,
    [current, retired]: readonly object[],
  ): Promise<void> {
    if (this.isAway) return void response.destroy();
    if (request.url === '/jwks') {
      const keys = this.isRetiredPublished ? [current, retired] : [current];
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
    }
    const { connection: _own, 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = request.headers;
    const body = await bodyOf(request);
    const answer = await fetch(innerUrl + request.url, {
      method: request.method ?? 'GET',
      headers: {
        ...(headers as Record<string, string>),
        'x-forwarded-host': request.headers.host ?? '',
        'x-forwarded-proto': 'http',
      },
      redirect: 'manual',
      ...(body.length > 0 ? { body } : {}),
    });
    const text = await this.#forged(request.url ?? '', await answer.text());
    for (const name of ['content-type', 'location'])
      if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name)!);
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    response.writeHead(answer.status).end(text);
  }

  async #forged(url: string, text: string): Promise<string> {
    if (url !== '/token' || !this.forgery) return text;
    const { id_token: token, ...rest } = JSON.parse(text) as { id_token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as JWTPayload;
    return JSON.stringify({ ...rest, id_token: await this.forgery(claims, this.keys) });
  }

  /** What a person's browser does there: signs in, agrees, and is sent back. Answers the address it is sent back to. */
  async signIn(authorizationUrl: string, person: string): Promise<string> {
    const cookies = new Map<string, string>();
    let url = new URL(authorizationUrl);
    let form: string | undefined;
    for (let step = 0; step < 20; step += 1) {
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      });
      form = undefined;
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        cookies.set(name!, value!);
      }
      const text = await answer.text();
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url);
        if (url.origin !== this.issuer) return url.href;
      } else {
        const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
        if (prompt === undefined) throw new Error(`the provider answered ${answer.status}: ${text.slice(0, 500)}`);
        form = prompt === 'login' ? `prompt=login&login=${person}&password=x` : `prompt=${prompt}`;
      }
    }
    throw new Error('the provider sends the browser in circles');
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
