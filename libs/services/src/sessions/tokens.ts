import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface Session {
  readonly id: string;
  readonly user: string;
  /** Milliseconds. */
  readonly expiresAt: number;
  /** Of the password it was begun with (`Accounts.credential`). */
  readonly credential: string;
}

const algorithm = 'EdDSA';
const issuer = 'masar';
/** A working day and a little. Sessions run by the machine's clock, never by MASAR_TODAY. */
export const sessionHours = 12;
const sessionsKept = 10_000;

/** Signs and reads session tokens with a key of this data folder; what was verified once is remembered, bounded. */
export class SessionTokens {
  readonly #verified = new Map<string, Session>();

  private constructor(
    private readonly secret: CryptoKey,
    private readonly open: CryptoKey,
  ) {}

  /** Reads the key from `file`, or makes it (readable by its owner alone); without a file it lives as long as the process. */
  static async withKey(file?: string): Promise<SessionTokens> {
    if (file !== undefined && !existsSync(file)) {
      const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
      writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
    }
    const made =
      file === undefined ? await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true }) : undefined;
    const jwk = made ? await exportJWK(made.privateKey) : (JSON.parse(readFileSync(file!, 'utf8')) as JWK);
    const { d: _secret, ...open } = jwk;
    return new SessionTokens(
      (await importJWK(jwk, algorithm)) as CryptoKey,
      (await importJWK(open, algorithm)) as CryptoKey,
    );
  }

  async issue(user: string, credential: string): Promise<{ readonly token: string; readonly session: Session }> {
    const expiresAt = Math.floor(Date.now() / 1000 + sessionHours * 3600) * 1000;
    const session = { id: randomUUID(), user, expiresAt, credential };
    const token = await new SignJWT({ credential })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setSubject(user)
      .setJti(session.id)
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime(session.expiresAt / 1000)
      .sign(this.secret);
    return { token, session };
  }

  /** The session of a token; nothing for one that was not signed here or is past its time. */
  verify(token: string): Session | undefined | Promise<Session | undefined> {
    const known = this.#verified.get(token);
    if (known) return known.expiresAt > Date.now() ? known : undefined;
    return this.#read(token);
  }

  async #read(token: string): Promise<Session | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.open, { algorithms: [algorithm], issuer });
      const { sub: user, jti: id, exp, credential } = payload;
      if (user === undefined || id === undefined || exp === undefined || typeof credential !== 'string')
        return undefined;
      const session = { id, user, expiresAt: exp * 1000, credential };
      if (this.#verified.size >= sessionsKept) this.#verified.delete(this.#verified.keys().next().value!);
      this.#verified.set(token, session);
      return session;
    } catch {
      return undefined;
    }
  }
}
