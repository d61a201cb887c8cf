import type { CryptoKey } from 'jose';
import { askRegistry, RegistryAway } from './registry-away.js';
import type { PublicKey } from './session-key.js';
import { importedKeys } from './imported-keys.js';

/** After an answer an unknown key waits this long for the next question; after none, this long. */
const betweenAnswersMs = 10_000;
const betweenFailuresMs = 1_000;
const keysTaken = 16;

/**
 * The registry's public keys: fetched when the first token needs one, and again for a name that is unknown, but not more
 * often than a stranger with made-up names may cost. Keys that were fetched are kept while the registry is away, and stay
 * until others are: a key that is no longer the registry's opens nothing, since the registry is asked for rights.
 */
export class RegistryKeys {
  #keys: ReadonlyMap<string, CryptoKey> = new Map();
  /** Why the last question got no answer. */
  #fault: RegistryAway | undefined;
  #askAgainAt = -Infinity;
  #asking: Promise<void> | undefined;

  constructor(private readonly registryUrl: string) {}

  /** Rejects with `RegistryAway` when the registry could not be asked about a key that is unknown. */
  async find(kid: string | undefined): Promise<CryptoKey | undefined> {
    if (kid === undefined) return undefined;
    const known = this.#keys.get(kid);
    if (known) return known;
    if (this.#asking || performance.now() >= this.#askAgainAt) await (this.#asking ??= this.#ask());
    if (this.#fault) throw this.#fault;
    return this.#keys.get(kid);
  }

  async #ask(): Promise<void> {
    let fault: RegistryAway | undefined;
    try {
      const path = '/api/session/keys';
      const { body } = await askRegistry<{ readonly keys: readonly PublicKey[] }>(this.registryUrl, path, [200]);
      this.#keys = await importedKeys(body.keys.slice(0, keysTaken));
    } catch (cause) {
      fault = cause instanceof RegistryAway ? cause : new RegistryAway('the registry has no keys to read', { cause });
    }
    this.#fault = fault;
    this.#askAgainAt = performance.now() + (fault ? betweenFailuresMs : betweenAnswersMs);
    this.#asking = undefined;
  }
}
