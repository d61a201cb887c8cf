import type { AppendRequest } from '../port.js';
import type { WriterAnswer, WriterReply } from '../sqlite/writer-messages.js';

type Stream = AppendRequest['stream'];

/** What callers were told, and what they are owed after any crash. */
export class PromisesKept {
  /** Per stream the hashes of its acknowledged events, in order. */
  private readonly acknowledged = new Map<Stream, string[]>();
  /** Commands that were acknowledged, each with the version it ended at. */
  private readonly commands = new Map<string, number>();
  acknowledgedCommits = 0;

  versionOf(stream: Stream): number {
    return this.acknowledged.get(stream)?.length ?? 0;
  }

  /**
   * Takes note of a reply that reached its callers. `hashesOf` reads a stream as it is stored now: whoever is told of version
   * n is owed all n events.
   */
  acknowledge(
    requests: readonly AppendRequest[],
    reply: WriterReply,
    hashesOf: (stream: Stream) => readonly string[],
  ): void {
    if ('unavailable' in reply) return;
    requests.forEach((request, index) => this.note(request, reply.answers[index]!, hashesOf));
  }

  /** Compares with what a store holds: nothing acknowledged is missing, changed, twice or out of order. Answers extra events. */
  check(stored: ReadonlyMap<string, readonly string[]>): number {
    let owed = 0;
    for (const [stream, hashes] of this.acknowledged) {
      const held = stored.get(stream) ?? [];
      const at = hashes.findIndex((hash, index) => held[index] !== hash);
      if (at >= 0)
        throw new Error(`${stream}@${at + 1} was acknowledged and is ${held[at] === undefined ? 'gone' : 'another'}`);
      owed += hashes.length;
    }
    return [...stored.values()].reduce((sum, hashes) => sum + hashes.length, 0) - owed;
  }

  private note(request: AppendRequest, answer: WriterAnswer, hashesOf: (stream: Stream) => readonly string[]): void {
    if (answer.outcome !== 'committed' && answer.outcome !== 'duplicate') return;
    const { stream, expectedVersion, events, meta } = request;
    const key = `${stream} ${meta.commandId}`;
    const last = answer.outcome === 'committed' ? expectedVersion + events.length : answer.commit.last;
    const first = this.commands.get(key);
    if (first !== undefined && answer.outcome === 'committed') throw new Error(`${key} was committed twice`);
    if (first !== undefined && first !== last) throw new Error(`${key} was answered with another version`);
    this.commands.set(key, last);
    const stored = hashesOf(stream).slice(0, last);
    if (
      answer.outcome === 'committed' &&
      !answer.hashes.every((hash, index) => stored[expectedVersion + index] === hash)
    )
      throw new Error(`${key} was answered with other events than are stored`);
    if (last > this.versionOf(stream)) this.acknowledged.set(stream, stored);
    this.acknowledgedCommits += first === undefined ? 1 : 0;
  }
}
