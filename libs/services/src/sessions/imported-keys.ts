import { importJWK, type CryptoKey } from 'jose';
import { signingAlgorithm, type PublicKey } from './session-key.js';

/** The keys that are published, by their names. */
export const importedKeys = async (keys: readonly PublicKey[]): Promise<ReadonlyMap<string, CryptoKey>> =>
  new Map(
    await Promise.all(
      keys.map(async (key) => [key.kid, (await importJWK({ ...key }, signingAlgorithm)) as CryptoKey] as const),
    ),
  );
