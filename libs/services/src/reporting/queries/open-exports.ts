import { refuse } from '@masar/contracts';

const most = 32;
/** Nobody who takes a file leaves it alone for so long while others wait for theirs. */
const leftAloneMs = 10_000;

interface OpenExport {
  readonly text: AsyncGenerator<string | Uint8Array>;
  readAt: number;
}

/** Exports under way, by number. Each holds a reading of the documents, so there are only so many. */
export class OpenExports {
  readonly #open = new Map<number, OpenExport>();
  #last = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /**
   * Takes one more up. Where there are too many, one that was left alone gives way; where all are being taken, the new one is
   * refused (`rate/too-many`): none that somebody waits for is given up.
   */
  async add(text: AsyncGenerator<string | Uint8Array>): Promise<number> {
    if (this.#open.size >= most) {
      const [id, { readAt }] = [...this.#open].reduce((a, b) => (b[1].readAt < a[1].readAt ? b : a));
      if (this.now() - readAt < leftAloneMs) {
        await text.return(undefined);
        return refuse('rate/too-many', { seconds: 1 });
      }
      await this.close(id);
    }
    this.#last += 1;
    this.#open.set(this.#last, { text, readAt: this.now() });
    return this.#last;
  }

  /** What comes next of one; undefined when it was given up. */
  next(id: number): Promise<IteratorResult<string | Uint8Array, unknown>> | undefined {
    const open = this.#open.get(id);
    if (open) open.readAt = this.now();
    return open?.text.next();
  }

  async close(id: number): Promise<void> {
    const open = this.#open.get(id);
    this.#open.delete(id);
    await open?.text.return(undefined);
  }
}
