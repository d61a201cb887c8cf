import { BroadcastChannel } from 'node:worker_threads';
import { appendedChannel } from '@masar/event-store/sqlite';

/**
 * Says when a file's commit table may have grown: at once when a store of this process has committed (in whichever
 * thread), and each `pollMs` when the end has moved without a word. Keeps no process alive.
 */
export class AppendHints {
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel;
  private timer: NodeJS.Timeout | undefined;
  private seen: number;

  constructor(
    file: string,
    private readonly end: () => number,
    private readonly pollMs: number,
  ) {
    this.seen = end();
    this.channel = new BroadcastChannel(appendedChannel(file));
    this.channel.onmessage = () => this.tell();
    this.channel.unref();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => this.look(), this.pollMs).unref();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }

  close(): void {
    this.listeners.clear();
    clearInterval(this.timer);
    this.channel.close();
  }

  private look(): void {
    let end: number;
    try {
      end = this.end();
    } catch {
      // Storage is away; the consumer meets that fault itself when it reads.
      return this.tell();
    }
    if (end !== this.seen) this.tell();
    this.seen = end;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
