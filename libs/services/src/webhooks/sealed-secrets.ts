import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;

/** Secrets of webhooks at rest: whoever reads the records without the key reads nothing. */
export interface SecretKeeper {
  /** `of` is what the secret belongs to: sealed for one webhook it opens for no other. */
  seal(secret: string, of: string): string;
  open(sealed: string, of: string): string;
}

/** AES-256 in Galois/counter mode, another nonce each time. */
export const keeperWith = (key: Buffer): SecretKeeper => ({
  seal: (secret, of) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(of));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return ['v1', nonce, sealed, cipher.getAuthTag()]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  },
  open: (text, of) => {
    const [, nonce, sealed, tag] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
    const cipher = createDecipheriv(algorithm, key, nonce!, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(of)).setAuthTag(tag!);
    return Buffer.concat([cipher.update(sealed!), cipher.final()]).toString('utf8');
  },
});

/** A file that should hold a key and does not. */
export class NoSecretKey extends Error {
  constructor(file: string) {
    super(`${file} holds no key: 32 bytes as base64url are expected`);
    this.name = 'NoSecretKey';
  }
}

/** The keeper of a key file. `make`: where there is none, one is made, for its owner alone. Throws `NoSecretKey`. */
export const keeperOfFile = (file: string, make: boolean): SecretKeeper => {
  if (make)
    try {
      writeFileSync(file, randomBytes(keyBytes).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
    }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length !== keyBytes) throw new NoSecretKey(file);
  return keeperWith(key);
};
