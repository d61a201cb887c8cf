import { jwtVerify, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { signingAlgorithm } from './session-key.js';

/** What a good token says. */
export interface Session {
  readonly id: string;
  readonly user: string;
  /** Milliseconds. */
  readonly expiresAt: number;
  /** Of the password it was begun with (`Accounts.credential`). */
  readonly credential: string;
}

/** Answers the key a token says it was signed with; nothing for a key that is not the registry's. */
export type KeyFinder = (kid: string | undefined) => CryptoKey | undefined | Promise<CryptoKey | undefined>;

export const issuer = 'masar';
const sessionsKept = 10_000;

/** Signed with a key nobody here has published. */
class UnknownKey extends Error {}

/** Reads session tokens: signature, issuer and time. What was verified once is remembered, bounded. */
export class TokenReader {
  readonly #verified = new Map<string, Session>();

  constructor(private readonly find: KeyFinder) {}

  /** The session of a token; nothing for one that was not signed by the registry or is past its time. */
  verify(token: string): Session | undefined | Promise<Session | undefined> {
    const known = this.#verified.get(token);
    if (known) return known.expiresAt > Date.now() ? known : undefined;
    return this.#read(token);
  }

  /** The keys have changed: every token is looked at again. */
  forget(): void {
    this.#verified.clear();
  }

  async #read(token: string): Promise<Session | undefined> {
    let away: unknown;
    const keyOf = async ({ kid }: JWTHeaderParameters): Promise<CryptoKey> => {
      const key = await Promise.resolve(this.find(kid)).catch((fault: unknown) => void (away = fault));
      if (!key) throw new UnknownKey();
      return key;
    };
    try {
      const { payload } = await jwtVerify(token, keyOf, { algorithms: [signingAlgorithm], issuer });
      const { sub: user, jti: id, exp, credential } = payload;
      if (user === undefined || id === undefined || exp === undefined || typeof credential !== 'string')
        return undefined;
      return this.#keep(token, { id, user, expiresAt: exp * 1000, credential });
    } catch {
      // A token nobody could look at is neither good nor bad.
      if (away !== undefined) throw away;
      return undefined;
    }
  }

  #keep(token: string, session: Session): Session {
    if (this.#verified.size >= sessionsKept) this.#verified.delete(this.#verified.keys().next().value!);
    this.#verified.set(token, session);
    return session;
  }
}
