import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Beside the data folder, never in it: who can change the data must not thereby be able to sign it. */
export const defaultSealKeyFile = (dataFolder: string): string => `${resolve(dataFolder)}.keys/seal.pem`;

const isInside = (file: string, folder: string): boolean => {
  const path = relative(resolve(folder), resolve(file));
  return path !== '..' && !path.startsWith(`..${sep}`);
};

/** The Ed25519 key that signs seals; made at first use, readable by its owner only. Throws when it lies in the data folder. */
export const sealKey = (file: string, dataFolder?: string): KeyObject => {
  if (dataFolder !== undefined && isInside(file, dataFolder))
    throw new Error(`the key that seals ${dataFolder} must lie outside it, not in ${file}`);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(file));
};

/** Base64 of the public half (SPKI), of a file with either half. */
export const publicKeyOf = (key: KeyObject | string): string => {
  const read = typeof key === 'string' ? createPublicKey(readFileSync(key)) : createPublicKey(key);
  return read.export({ type: 'spki', format: 'der' }).toString('base64');
};
