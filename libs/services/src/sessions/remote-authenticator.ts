import { mayAsk, type Actor } from '@masar/access';
import type { Authenticator } from '@masar/nest-kit';
import { askRegistry } from './registry-away.js';
import { RegistryKeys } from './registry-keys.js';
import { isServiceKey } from './service-keys.js';
import { actorOfSession, type SessionAnswer } from './session-view.js';
import { TokenReader, type Session } from './token-reader.js';

/** How long rights are taken for granted, and how long they may stand in for an answer of a registry that is away. */
const believedForMs = 30_000;
const standsInForMs = 5 * 60_000;
/** How long a registry that did not answer is left alone by those who can do without. */
const leftAloneMs = 2_000;
const tokensKept = 10_000;

/** What the registry said of a token; times in milliseconds, none past the token's own end. */
interface Known {
  readonly actor: Actor | undefined;
  readonly until: number;
  readonly standsInUntil: number;
}

/**
 * Signs people in by the registry service: who a token speaks of is read here, by the registry's public keys; what that
 * person may do the registry is asked, once for all who ask at the same time.
 *
 * A token that is forged or past its time is refused here and costs the registry nothing. Rights are believed for half a
 * minute: that is how long somebody who signed out, was disabled or got a new password may still work on a service that is
 * not the registry. While the registry is away, rights that it confirmed within the last five minutes go on being believed:
 * a restart of one service stops nobody's work, at the price that within those minutes nobody's rights can be taken away
 * (docs/decisions/0026). Whoever has not been confirmed waits until the registry is back.
 */
export class RemoteAuthenticator implements Authenticator {
  readonly #known = new Map<string, Known>();
  readonly #asking = new Map<string, Promise<Actor | undefined>>();
  readonly #reader: TokenReader;
  /** While it is away, nobody who can do without waits for it. */
  #isAway = false;
  #askAgainAt = -Infinity;
  #latest: string | undefined;

  constructor(private readonly registryUrl: string) {
    const keys = new RegistryKeys(registryUrl);
    this.#reader = new TokenReader((kid) => keys.find(kid));
  }

  /** A token that was good a moment ago and may read the directory, which not every key may: what this process asks the registry with on its own account. */
  latestToken(): string | undefined {
    return this.#latest;
  }

  authenticate(token: string): Actor | undefined | Promise<Actor | undefined> {
    const known = this.#known.get(token);
    if (known && known.until > Date.now()) return known.actor;
    // A key says nothing of itself: the registry alone knows it, and how long it lasts.
    if (isServiceKey(token)) return this.#rightsOf(token, { expiresAt: Infinity });
    const session = this.#reader.verify(token);
    return session instanceof Promise
      ? session.then((read) => read && this.#rightsOf(token, read))
      : session && this.#rightsOf(token, session);
  }

  #rightsOf(token: string, session: Pick<Session, 'expiresAt'>): Actor | undefined | Promise<Actor | undefined> {
    const [known, now] = [this.#known.get(token), Date.now()];
    // Learned while the token was being read.
    if (known && known.until > now) return known.actor;
    const standsIn = known?.actor && known.standsInUntil > now ? known.actor : undefined;
    if (!standsIn) return this.#ask(token, session);
    if (!this.#isAway) return this.#ask(token, session).catch(() => standsIn);
    if (performance.now() >= this.#askAgainAt) {
      this.#askAgainAt = performance.now() + leftAloneMs;
      this.#ask(token, session).catch(() => undefined);
    }
    return standsIn;
  }

  /** Whoever asks about a token that is being asked about waits for the same answer. */
  #ask(token: string, session: Pick<Session, 'expiresAt'>): Promise<Actor | undefined> {
    const asking = this.#asking.get(token) ?? this.#answerOn(token, session).finally(() => this.#asking.delete(token));
    this.#asking.set(token, asking);
    return asking;
  }

  async #answerOn(token: string, { expiresAt }: Pick<Session, 'expiresAt'>): Promise<Actor | undefined> {
    try {
      const bearer = { authorization: `Bearer ${token}` };
      const { status, body } = await askRegistry<SessionAnswer>(this.registryUrl, '/api/session', [200, 401], bearer);
      const actor = status === 200 ? actorOfSession(body) : undefined;
      this.#isAway = false;
      const until = status === 200 ? Math.min(expiresAt, Date.parse(body.expiresAt)) : expiresAt;
      this.#learn(token, actor, Number.isNaN(until) ? expiresAt : until);
      return actor;
    } catch (fault) {
      this.#isAway = true;
      this.#askAgainAt = performance.now() + leftAloneMs;
      throw fault;
    }
  }

  #learn(token: string, actor: Actor | undefined, expiresAt: number): void {
    const now = Date.now();
    this.#known.delete(token);
    if (this.#known.size >= tokensKept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(token, {
      actor,
      until: Math.min(now + believedForMs, expiresAt),
      standsInUntil: Math.min(now + standsInForMs, expiresAt),
    });
    if (actor && mayAsk(actor, 'entity.read')) this.#latest = token;
    else if (this.#latest === token) this.#latest = undefined;
  }
}
