import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

export const signingAlgorithm = 'EdDSA';
/** No token lasts longer, whatever is set. Tokens run by the machine's clock, never by MASAR_TODAY. */
export const longestTokenMinutes = 60;
/** A browser renews its session by its cookie: its tokens are short, also where others' are long. */
export const browserTokenMinutes = 15;
/** Clocks of machines may differ by so much when a key is retired. */
const clockMinutes = 5;
const usually = { crv: 'Ed25519', extractable: true } as const;

/** A key anybody may know: what a token signed by its other half is checked with (RFC 7517, RFC 8037). */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  /** Its thumbprint (RFC 7638), the same in every process that holds the key. */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: typeof signingAlgorithm;
}

export interface SigningKeys {
  readonly kid: string;
  readonly secret: CryptoKey;
  /** That of the signing key, and of the others a file names. */
  readonly published: readonly PublicKey[];
  /** By name, of those that sign no more: until when they are believed, in milliseconds. */
  readonly believedUntil: ReadonlyMap<string, number>;
}

/** A file that should hold a signing key and does not. */
export class NoSigningKey extends Error {
  constructor(options?: ErrorOptions) {
    super('no Ed25519 signing key (a JWK with its secret part, or a JWK set that begins with one)', options);
    this.name = 'NoSigningKey';
  }
}

/** A key of a file. One that signs no more says since when, and is believed until its last token has ended. */
type HeldKey = JWK & { readonly retiredAt?: string };

/** A time that nobody can read is past. */
const believedUntil = ({ retiredAt }: HeldKey): number =>
  retiredAt === undefined ? Infinity : Date.parse(retiredAt) + (longestTokenMinutes + clockMinutes) * 60_000 || 0;
const isBelieved = (key: HeldKey, now = Date.now()): boolean => believedUntil(key) > now;

const keysIn = (text: string): readonly HeldKey[] => {
  const read = JSON.parse(text) as HeldKey | { readonly keys: readonly HeldKey[] };
  return 'keys' in read ? (read.keys as readonly HeldKey[]) : [read as HeldKey];
};

const isKey = ({ kty, crv, x }: JWK): boolean => kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string';

const publishedOf = async ({ x }: JWK): Promise<PublicKey> => {
  const key = { kty: 'OKP', crv: 'Ed25519', x: x! } as const;
  return { ...key, kid: await calculateJwkThumbprint(key), use: 'sig', alg: signingAlgorithm };
};

/**
 * Signing keys from the text of a file: one JWK, or a JWK set whose first key signs while sessions of the others go on being
 * believed. A key is exchanged without ending a session by naming the new one second, everywhere, then first.
 */
export const signingKeysOf = async (text: string): Promise<SigningKeys> => {
  try {
    const held = keysIn(text);
    const [first] = held;
    if (first?.d === undefined || first.retiredAt !== undefined || !held.every(isKey)) throw new NoSigningKey();
    const keys = held.filter((key) => isBelieved(key));
    const published = await Promise.all(keys.map(publishedOf));
    const secret = (await importJWK(first, signingAlgorithm)) as CryptoKey;
    const retired = keys.map((key, at) => [published[at]!.kid, believedUntil(key)] as const);
    const ending = retired.filter(([, until]) => until !== Infinity);
    return { kid: published[0]!.kid, secret, published, believedUntil: new Map(ending) };
  } catch (fault) {
    throw fault instanceof NoSigningKey ? fault : new NoSigningKey({ cause: fault });
  }
};

/** A new signing key as the text of such a file. */
export const makeSigningKey = async (): Promise<string> =>
  JSON.stringify(await exportJWK((await generateKeyPair(signingAlgorithm, usually)).privateKey));

/** Writes a new signing key for its owner alone; a file that is there already stays as it is, and the call fails. */
export const writeSigningKey = async (file: string): Promise<void> =>
  writeFileSync(file, await makeSigningKey(), { mode: 0o600, flag: 'wx' });

/**
 * Puts a new key first; the one that signed so far is believed until its last token has ended, then it is none. The file is
 * replaced whole: whoever reads it meanwhile reads one or the other.
 */
export const rotateSigningKey = async (file: string, now = new Date()): Promise<void> => {
  const text = readFileSync(file, 'utf8');
  await signingKeysOf(text);
  const retiredAt = now.toISOString();
  const retired = keysIn(text).map((key) => ({ retiredAt, ...key }));
  const made = JSON.parse(await makeSigningKey()) as HeldKey;
  const keys = [made, ...retired.filter((key) => isBelieved(key, now.getTime()))];
  const beside = `${file}.next`;
  writeFileSync(beside, JSON.stringify({ keys }), { mode: 0o600 });
  renameSync(beside, file);
};

/** Reads the key of a data folder, or makes it: readable by its owner alone. */
export const signingKeysOfFolder = async (file: string): Promise<SigningKeys> => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    await writeSigningKey(file);
  }
  return signingKeysOf(readFileSync(file, 'utf8'));
};
