import { statSync } from 'node:fs';
import type { CryptoKey } from 'jose';
import type { SigningKeys } from './session-key.js';
import { importedKeys } from './imported-keys.js';

/** Signing keys as they are now: of a file that somebody exchanges, or of this process alone. */
export interface HeldKeys {
  readonly signing: SigningKeys;
  readonly open: ReadonlyMap<string, CryptoKey>;
}

const lookEveryMs = 1_000;

/** The keys without those whose time has come. */
const believedAt = ({ signing, open }: HeldKeys, now: number): HeldKeys => {
  const isOver = (kid: string) => (signing.believedUntil.get(kid) ?? Infinity) <= now;
  return {
    signing: {
      ...signing,
      published: signing.published.filter(({ kid }) => !isOver(kid)),
      believedUntil: new Map([...signing.believedUntil].filter(([kid]) => !isOver(kid))),
    },
    open: new Map([...open].filter(([kid]) => !isOver(kid))),
  };
};

/** Keys that were read once and stay. */
export const fixedKeys = async (signing: SigningKeys): Promise<KeyHolder> =>
  new KeyHolder({ signing, open: await importedKeys(signing.published) });

/**
 * The keys of a file, read again when the file was replaced: a key is exchanged without a restart, in every process within a
 * second. A file that is broken or away for a moment leaves the keys as they were.
 */
export const keysOfFile = async (file: string, read: () => Promise<SigningKeys>): Promise<KeyHolder> => {
  const load = async (): Promise<HeldKeys> => {
    const signing = await read();
    return { signing, open: await importedKeys(signing.published) };
  };
  return new KeyHolder(await load(), { file, load });
};

export class KeyHolder {
  #held!: HeldKeys;
  /** When the first of those that sign no more is believed no more. */
  #nextEnd = Infinity;
  #stamp: string;
  #lookedAt = performance.now();
  #loading: Promise<void> | undefined;
  #onChanged: () => void = () => undefined;

  constructor(
    held: HeldKeys,
    private readonly source?: { readonly file: string; readonly load: () => Promise<HeldKeys> },
  ) {
    this.#hold(held);
    this.#stamp = this.#stampNow();
  }

  #hold(held: HeldKeys): void {
    this.#held = held;
    this.#nextEnd = Math.min(Infinity, ...held.signing.believedUntil.values());
  }

  /** A key that signs no more goes at its time, though nobody touches the file. */
  get current(): HeldKeys {
    const now = Date.now();
    if (now >= this.#nextEnd) {
      this.#hold(believedAt(this.#held, now));
      this.#onChanged();
    }
    return this.#held;
  }

  /** Called when other keys hold: what was verified by the old ones is to be forgotten. */
  onChanged(listener: () => void): void {
    this.#onChanged = listener;
  }

  /** Starts reading again when the file is another one; asked at each request, it looks once a second. Keys whose time has come go at once. */
  look(): void {
    void this.current;
    if (!this.source || performance.now() - this.#lookedAt < lookEveryMs) return;
    this.#lookedAt = performance.now();
    if (this.#stampNow() !== this.#stamp) void this.refresh();
  }

  /** Reads the file now: before a token is refused for a key that is not known here. */
  refresh(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #load(): Promise<void> {
    if (!this.source) return;
    const stamp = this.#stampNow();
    if (stamp === this.#stamp) return;
    const loaded = await this.source.load().catch(() => undefined);
    if (!loaded) return;
    this.#hold(loaded);
    this.#stamp = stamp;
    this.#onChanged();
  }

  #stampNow(): string {
    if (!this.source) return '';
    try {
      const { mtimeMs, size, ino } = statSync(this.source.file);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return this.#stamp;
    }
  }
}
