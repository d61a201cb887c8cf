import { directoryAt, emptyDirectoryFacts, type Directory, type DirectoryFacts } from '@masar/directory';
import type { DirectoryService, Sought } from './directory-service.js';

const believedFor = 10_000;

/** The directory of a process without the registry's streams: asked of the registry service, again whenever an id is unknown. */
export class RemoteDirectory implements DirectoryService {
  #facts: DirectoryFacts = emptyDirectoryFacts;
  #current: Directory | undefined;
  #text = '';
  #asked = 0;
  /** How often the registry said something new. */
  #learned = 0;
  #asking: Promise<void> = Promise.resolve();
  #askingNext: Promise<void> | undefined;

  constructor(
    private readonly registryUrl: string,
    private readonly defaultZone: string,
    private readonly token: () => string | undefined,
  ) {}

  current(): Directory {
    // What changed meanwhile (a calendar day, a successor) is no unknown id: it is asked for beside the work.
    if (Date.now() - this.#asked > believedFor && this.token() !== undefined) this.lookAgain().catch(() => undefined);
    this.#current ??= directoryAt(this.#facts, { defaultZone: this.defaultZone });
    return this.#current;
  }

  facts(): DirectoryFacts {
    return this.#facts;
  }

  /**
   * Answers whether anything was learned since the call. A question already under way may have been read before the id was
   * registered, so whoever asks meanwhile waits for the next one, which all of them share: never a refusal for lag, and
   * never more than one question at a time.
   */
  async lookAgain(_sought?: Sought): Promise<boolean> {
    const before = this.#learned;
    this.#askingNext ??= this.#asking
      .catch(() => undefined)
      .then(() => {
        this.#askingNext = undefined;
        this.#asking = this.#ask();
        return this.#asking;
      });
    await this.#askingNext;
    return this.#learned > before;
  }

  async #ask(): Promise<void> {
    this.#asked = Date.now();
    const token = this.token();
    const answer = await fetch(new URL('/api/directory', this.registryUrl), {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok)
      throw Object.assign(new Error(`registry answered ${answer.status}`), { code: 'storage/unavailable' });
    const text = await answer.text();
    if (text === this.#text) return;
    this.#text = text;
    this.#facts = { ...emptyDirectoryFacts, ...(JSON.parse(text) as Partial<DirectoryFacts>) };
    this.#current = undefined;
    this.#learned += 1;
  }
}
