import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT, type JWTHeaderParameters } from 'jose';
import { fixedKeys, type KeyHolder } from './held-keys.js';
import { makeSigningKey, signingAlgorithm, signingKeysOf, longestTokenMinutes, type PublicKey } from './session-key.js';
import { issuer, TokenReader, type Session } from './token-reader.js';

/** Signs and reads session tokens with the registry's keys. */
export class SessionTokens {
  readonly #reader: TokenReader;

  private constructor(private readonly keys: KeyHolder) {
    this.#reader = new TokenReader((kid) => this.#keyOf(kid));
    keys.onChanged(() => this.#reader.forget());
  }

  /** Without keys it makes one that lives as long as the process. */
  static async with(keys?: KeyHolder): Promise<SessionTokens> {
    return new SessionTokens(keys ?? (await fixedKeys(await signingKeysOf(await makeSigningKey()))));
  }

  get published(): readonly PublicKey[] {
    this.keys.look();
    return this.keys.current.signing.published;
  }

  /** A key that is not known here may have been put into the file a moment ago. */
  async #keyOf(kid: string | undefined) {
    const find = () => this.keys.current.open.get(kid ?? this.keys.current.signing.kid);
    return find() ?? (await this.keys.refresh(), find());
  }

  /** A token of the session `id`, which other tokens may have been given before; it ends with the session at the latest. */
  async issue(
    user: string,
    credential: string,
    { id = randomUUID() as string, endsAt = Infinity, minutes = longestTokenMinutes } = {},
  ): Promise<{ readonly token: string; readonly session: Session }> {
    await this.keys.refresh();
    const { kid, secret } = this.keys.current.signing;
    const expiresAt = Math.floor(Math.min(Date.now() + minutes * 60_000, endsAt) / 1000) * 1000;
    const session = { id, user, expiresAt, credential };
    const token = await new SignJWT({ credential })
      .setProtectedHeader({ alg: signingAlgorithm, kid, typ: 'JWT' })
      .setSubject(user)
      .setJti(id)
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime(expiresAt / 1000)
      .sign(secret);
    return { token, session };
  }

  /** A note to ourselves that a browser keeps for a while: signed, so that every registry reads it, and no session. */
  async note(purpose: string, claims: Readonly<Record<string, string>>, seconds: number): Promise<string> {
    await this.keys.refresh();
    const { kid, secret } = this.keys.current.signing;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: signingAlgorithm, kid })
      .setIssuer(`${issuer}/${purpose}`)
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(secret);
  }

  /** What such a note says; nothing for one that is of another purpose, past its time, or not ours. */
  async noted(purpose: string, note: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const keyOf = async ({ kid }: JWTHeaderParameters) => {
      const key = await this.#keyOf(kid);
      if (!key) throw new Error('signed with no key of ours');
      return key;
    };
    const wanted = { algorithms: [signingAlgorithm], issuer: `${issuer}/${purpose}` };
    return jwtVerify(note, keyOf, wanted).then(
      ({ payload }) => payload,
      () => undefined,
    );
  }

  /** The session of a token; nothing for one that was not signed with these keys or is past its time. */
  verify(token: string): Session | undefined | Promise<Session | undefined> {
    this.keys.look();
    return this.#reader.verify(token);
  }
}
