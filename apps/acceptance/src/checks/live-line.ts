import type { ApiClient } from '../harness/api-client.js';

/** A live line of one instance, and the ids it was sent, in their order. */
export class LiveLine {
  readonly ids: string[] = [];
  private readonly ending = new AbortController();
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    readonly name: string,
    private readonly client: ApiClient,
  ) {}

  /** Resolves once the instance has begun to answer. */
  static async open(name: string, client: ApiClient): Promise<LiveLine> {
    const line = new LiveLine(name, client);
    await new Promise<void>((begun, failed) => (line.reading = line.read(begun).catch(failed)));
    return line;
  }

  private async read(begun: () => void): Promise<void> {
    try {
      // A line ends with the token it was opened with, and is taken up again as a browser does.
      for (;;) {
        const last = this.ids.at(-1);
        const after: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
        for await (const text of this.client.lines('/api/live', this.ending.signal, after)) {
          begun();
          if (text.startsWith('data: ')) this.ids.push((JSON.parse(text.slice(6)) as { id: string }).id);
        }
      }
    } catch (fault) {
      if (!this.ending.signal.aborted) throw fault;
    }
  }

  /** What was sent twice, and what of `expected` was not sent. */
  faults(expected: readonly string[]): readonly string[] {
    const sent = new Set(this.ids);
    const twice = this.ids.filter((id, index) => this.ids.indexOf(id) !== index);
    const missed = expected.filter((id) => !sent.has(id));
    return [
      ...twice.slice(0, 3).map((id) => `${this.name} told ${id} twice (${twice.length} such)`),
      ...missed.slice(0, 3).map((id) => `${this.name} never told ${id} (${missed.length} such)`),
    ];
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.reading;
  }
}
