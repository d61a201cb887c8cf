import type { Configuration, ServerMetadata } from 'openid-client';
import { refuse } from '@masar/contracts';
import type { OidcSettings } from '@masar/nest-kit';

type Client = typeof import('openid-client');

/** What a sign-in is begun with; the browser keeps it, signed, until it comes back. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The provider did not answer; the same request may be sent again. 503 at the edge. */
export class ProviderAway extends Error {
  readonly code = 'storage/unavailable';
}

const patienceSeconds = 10;
const clockSeconds = 60;
const metadataKeptMs = 5 * 60_000;
export const callbackPath = '/api/session/oidc/callback';

interface Fault {
  readonly message?: string;
  readonly code?: string;
  readonly status?: number;
  readonly cause?: unknown;
}

/** A provider that cannot be reached, or is in trouble itself, says nothing about anybody; the reason may lie some causes deep. */
const isAway = (fault: unknown, deep = 0): boolean => {
  if (typeof fault !== 'object' || fault === null || deep > 3) return false;
  const { message, code, status, cause } = fault as Fault;
  if (message === 'fetch failed' || code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500))
    return true;
  return isAway(cause, deep + 1);
};

/** For the log: what is at fault, and nothing of codes, tokens or claims. */
const reasonOf = (fault: unknown): string => {
  const { code, message, cause } = fault as Fault;
  return [code, message, (cause as Fault | undefined)?.message].filter((word) => word !== undefined).join(': ');
};

/**
 * Authorisation code with PKCE, state and nonce, against the provider of the settings. The client library is loaded when
 * somebody first signs in so. Its view of the provider's keys is made anew for each sign-in: a key the provider has retired
 * vouches for nobody from that moment.
 */
export class ProviderLink {
  #client: Promise<Client> | undefined;
  #metadata: { readonly known: ServerMetadata; readonly until: number } | undefined;

  constructor(private readonly settings: OidcSettings) {}

  async begin(): Promise<BegunSignIn & { readonly url: string }> {
    const [client, config] = await this.#open();
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.#callback().href,
      response_type: 'code',
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, state, nonce, verifier };
  }

  /**
   * Whom the provider vouches for, by what the browser brought back. The token's signature is checked against the keys the
   * provider publishes now, with its issuer, audience, time and nonce. Refuses `oidc/failed`, whose reason `onRefused` is told.
   */
  async finish(
    query: string,
    { state, nonce, verifier }: BegunSignIn,
    onRefused: (reason: string) => void,
  ): Promise<Vouched> {
    const [client, config] = await this.#open();
    const url = this.#callback();
    url.search = query;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const claims = (await client.authorizationCodeGrant(config, url, checks)).claims();
      if (!claims) return refuse('oidc/failed');
      return { subject: claims.sub, claims };
    } catch (fault) {
      if (isAway(fault)) throw new ProviderAway('the identity provider did not answer', { cause: fault });
      onRefused(reasonOf(fault));
      return refuse('oidc/failed');
    }
  }

  #callback(): URL {
    return new URL(callbackPath, this.settings.publicUrl);
  }

  async #open(): Promise<readonly [Client, Configuration]> {
    const client = await (this.#client ??= import('openid-client'));
    const { clientId, clientSecret } = this.settings;
    const metadata = {
      ...(clientSecret ? { client_secret: clientSecret } : {}),
      [client.clockTolerance]: clockSeconds,
    };
    const authentication = clientSecret ? client.ClientSecretBasic(clientSecret) : client.None();
    const config = new client.Configuration(await this.#known(client), clientId, metadata, authentication);
    config.timeout = patienceSeconds;
    if (this.#isOnThisMachine) client.allowInsecureRequests(config);
    client.enableNonRepudiationChecks(config);
    return [client, config];
  }

  get #isOnThisMachine(): boolean {
    return this.settings.issuer.startsWith('http:');
  }

  async #known(client: Client): Promise<ServerMetadata> {
    if (this.#metadata && this.#metadata.until > Date.now()) return this.#metadata.known;
    const { issuer, clientId } = this.settings;
    const execute = this.#isOnThisMachine ? [client.allowInsecureRequests] : [];
    try {
      const options = { execute, timeout: patienceSeconds };
      const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, options);
      const known = { ...found.serverMetadata() };
      this.#metadata = { known, until: Date.now() + metadataKeptMs };
      return known;
    } catch (fault) {
      if (this.#metadata) return this.#metadata.known;
      throw new ProviderAway('the identity provider does not describe itself', { cause: fault });
    }
  }
}
