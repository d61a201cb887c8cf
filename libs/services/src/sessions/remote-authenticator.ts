import type { Actor } from '@masar/access';
import type { Role } from '@masar/contracts';
import type { Authenticator } from '@masar/nest-kit';

interface Known {
  readonly actor: Actor | undefined;
  readonly until: number;
}

const believedFor = 30_000;
const tokensKept = 10_000;

/** Signs people in by asking the registry service, and believes its answer for half a minute. */
export class RemoteAuthenticator implements Authenticator {
  readonly #known = new Map<string, Known>();
  #latest: string | undefined;

  constructor(private readonly registryUrl: string) {}

  /** A token that was good a moment ago: what this process asks the registry with on its own account. */
  latestToken(): string | undefined {
    return this.#latest;
  }

  authenticate(token: string): Actor | undefined | Promise<Actor | undefined> {
    const known = this.#known.get(token);
    return known && known.until > Date.now() ? known.actor : this.#ask(token);
  }

  async #ask(token: string): Promise<Actor | undefined> {
    const answer = await fetch(new URL('/api/session', this.registryUrl), {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok && answer.status !== 401)
      throw Object.assign(new Error(`registry answered ${answer.status}`), { code: 'storage/unavailable' });
    const session = answer.ok
      ? ((await answer.json()) as { user: string; roles: Role[]; entity?: string; onlyAccount: boolean })
      : undefined;
    const actor = session && {
      user: session.user,
      roles: session.roles,
      ...(session.entity === undefined ? {} : { entity: session.entity }),
      ...(session.onlyAccount ? { onlyAccount: true } : {}),
    };
    if (this.#known.size >= tokensKept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(token, { actor, until: Date.now() + believedFor });
    if (actor) this.#latest = token;
    return actor;
  }
}
