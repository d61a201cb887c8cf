import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const authTagLength = 16;

interface BoxKey {
  readonly kty: 'oct';
  /** base64url of 32 bytes. */
  readonly k: string;
}

/** A new key as the text of its file: a JWK set, the first of which seals while all open. */
export const makeBoxKey = (): string =>
  JSON.stringify({ keys: [{ kty: 'oct', k: randomBytes(keyBytes).toString('base64url') } satisfies BoxKey] });

const keysIn = (text: string): readonly Buffer[] => {
  const { keys } = JSON.parse(text) as { readonly keys: readonly BoxKey[] };
  const read = keys.map(({ kty, k }) => {
    const key = Buffer.from(k, 'base64url');
    if (kty !== 'oct' || key.length !== keyBytes) throw new Error('not a key of 32 bytes');
    return key;
  });
  if (read.length === 0) throw new Error('no key');
  return read;
};

const nameOf = (key: Buffer): string => hash('sha256', key, 'hex').slice(0, 8);

/** A sealed secret that none of the keys at hand opens, or that was sealed for something else. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
}

/**
 * Seals what has to be read again (an authenticator's secret, that of a webhook), so that the records alone open nothing.
 * `about` is sealed in: what was sealed for one account opens for no other.
 */
export class SecretBox {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: string;

  constructor(text: string) {
    const keys = keysIn(text);
    this.#keys = new Map(keys.map((key) => [nameOf(key), key]));
    this.#first = nameOf(keys[0]!);
  }

  seal(secret: string, about: string): string {
    const nonce = randomBytes(12);
    const key = this.#keys.get(this.#first)!;
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [this.#first, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws `NotOpened`. */
  open(text: string, about: string): string {
    const [name = '', ...parts] = text.split('.');
    const key = this.#keys.get(name);
    if (!key) throw new NotOpened('sealed with a key that is not here');
    const [nonce, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    try {
      const decipher = createDecipheriv(algorithm, key, nonce!, { authTagLength });
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag!);
      return Buffer.concat([decipher.update(sealed!), decipher.final()]).toString('utf8');
    } catch (fault) {
      throw new NotOpened('does not open with its key', { cause: fault });
    }
  }
}
