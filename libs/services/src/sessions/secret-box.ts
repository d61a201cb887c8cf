import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AccountsUnavailable } from './account.js';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;

interface BoxKey {
  readonly kty: 'oct';
  /** base64url of 32 bytes. */
  readonly k: string;
}

/** A new key as the text of its file: a JWK set, the first of which seals while all open. */
export const makeBoxKey = (): string =>
  JSON.stringify({ keys: [{ kty: 'oct', k: randomBytes(keyBytes).toString('base64url') } satisfies BoxKey] });

/** Writes a new key for its owner alone; a file that is there already stays as it is, and the call fails. */
export const writeBoxKey = (file: string): void => writeFileSync(file, makeBoxKey(), { mode: 0o600, flag: 'wx' });

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

/**
 * Seals what has to be read again (an authenticator's secret), so that the records alone open nothing. `about` is sealed in:
 * what was sealed for one account opens for no other.
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
    const cipher = createCipheriv(algorithm, this.#keys.get(this.#first)!, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [this.#first, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws `AccountsUnavailable` for what none of the keys opens: nobody is let in for want of a key. */
  open(text: string, about: string): string {
    const [name = '', ...parts] = text.split('.');
    const key = this.#keys.get(name);
    if (!key) throw new AccountsUnavailable('a second factor is sealed with a key that is not here');
    const [nonce, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    try {
      const decipher = createDecipheriv(algorithm, key, nonce!).setAAD(Buffer.from(about)).setAuthTag(tag!);
      return Buffer.concat([decipher.update(sealed!), decipher.final()]).toString('utf8');
    } catch (fault) {
      throw new AccountsUnavailable('a second factor does not open with its key', { cause: fault });
    }
  }
}

/** The box of a file, opened when it is first needed; in a data folder it is made then. */
export const boxOfFile = (file: string, isToMake: boolean): (() => SecretBox) => {
  let box: SecretBox | undefined;
  return () => {
    if (box) return box;
    if (isToMake && !existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeBoxKey(file);
    }
    return (box = new SecretBox(readFileSync(file, 'utf8')));
  };
};
