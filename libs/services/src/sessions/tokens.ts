import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type CryptoKey } from 'jose';
import { makeSigningKey, signingAlgorithm, signingKeysOf, type PublicKey, type SigningKeys } from './session-key.js';
import { issuer, TokenReader, type Session } from './token-reader.js';

/** A working day and a little. Sessions run by the machine's clock, never by MASAR_TODAY. */
export const sessionHours = 12;

/** The keys that are published, by their names. */
export const importedKeys = async (keys: readonly PublicKey[]): Promise<ReadonlyMap<string, CryptoKey>> =>
  new Map(
    await Promise.all(
      keys.map(async (key) => [key.kid, (await importJWK({ ...key }, signingAlgorithm)) as CryptoKey] as const),
    ),
  );

/** Signs and reads session tokens with the registry's key. */
export class SessionTokens {
  readonly published: readonly PublicKey[];
  readonly #reader: TokenReader;

  private constructor(
    private readonly keys: SigningKeys,
    open: ReadonlyMap<string, CryptoKey>,
  ) {
    this.published = keys.published;
    this.#reader = new TokenReader((kid) => open.get(kid ?? keys.kid));
  }

  /** Without keys it makes one that lives as long as the process. */
  static async with(keys?: SigningKeys): Promise<SessionTokens> {
    const held = keys ?? (await signingKeysOf(await makeSigningKey()));
    return new SessionTokens(held, await importedKeys(held.published));
  }

  async issue(user: string, credential: string): Promise<{ readonly token: string; readonly session: Session }> {
    const expiresAt = Math.floor(Date.now() / 1000 + sessionHours * 3600) * 1000;
    const session = { id: randomUUID(), user, expiresAt, credential };
    const token = await new SignJWT({ credential })
      .setProtectedHeader({ alg: signingAlgorithm, kid: this.keys.kid, typ: 'JWT' })
      .setSubject(user)
      .setJti(session.id)
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime(session.expiresAt / 1000)
      .sign(this.keys.secret);
    return { token, session };
  }

  /** The session of a token; nothing for one that was not signed with these keys or is past its time. */
  verify(token: string): Session | undefined | Promise<Session | undefined> {
    return this.#reader.verify(token);
  }
}
