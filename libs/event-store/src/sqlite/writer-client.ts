import { Worker } from 'node:worker_threads';
import { StorageUnavailable } from '../faults.js';
import {
  largestGroup,
  type WriterAnswer,
  type WriterReply,
  type WriterRequest,
  type WriterStart,
} from './writer-messages.js';

interface Waiting {
  readonly request: WriterRequest;
  readonly resolve: (answer: WriterAnswer) => void;
  readonly reject: (fault: Error) => void;
}

/** Something that writes groups and says what became of each. */
export interface GroupWriter {
  write(group: readonly WriterRequest[]): Promise<WriterReply>;
  close(): Promise<void>;
}

/** Longest that an append waits for others to join its transaction, milliseconds; far less than the queue of a busy process takes anyway. */
const longestHold = 2;

/**
 * Collects what is asked into groups, each one message and one transaction. A group goes out as soon as a turn of the
 * event loop adds nothing to it: at once when one caller waits for its answer, and with everybody in it when many do, since
 * a busy loop brings new appends with every turn. Waking the writer and syncing the disk then cost many appends as much
 * as one.
 */
export class WriterClient {
  private waiting: Waiting[] = [];
  private since = 0;
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly writer: GroupWriter) {}

  ask(request: WriterRequest): Promise<WriterAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      if (this.waiting.length > 1) return;
      this.since = performance.now();
      this.lookAgain(0);
    });
  }

  /** At the end of this turn: whether the group has grown beyond what it was. */
  private lookAgain(was: number): void {
    setImmediate(() => {
      const now = this.waiting.length;
      if (now > was && now < largestGroup && performance.now() - this.since < longestHold) this.lookAgain(now);
      else this.flush();
    });
  }

  async close(): Promise<void> {
    this.flush();
    await Promise.all(this.underWay);
    await this.writer.close();
  }

  private flush(): void {
    for (let from = 0; from < this.waiting.length; from += largestGroup) {
      const sent = this.send(this.waiting.slice(from, from + largestGroup));
      this.underWay.add(sent);
      void sent.finally(() => this.underWay.delete(sent));
    }
    this.waiting = [];
  }

  private async send(group: readonly Waiting[]): Promise<void> {
    let reply: WriterReply;
    try {
      reply = await this.writer.write(group.map((one) => one.request));
    } catch (fault) {
      reply = { unavailable: fault instanceof Error ? fault.message : String(fault) };
    }
    if ('unavailable' in reply) {
      for (const one of group)
        one.reject(new StorageUnavailable(`the event store could not write: ${reply.unavailable}`));
      return;
    }
    const { answers } = reply;
    group.forEach((one, index) => one.resolve(answers[index]!));
  }
}

/** The same file in source and in built form: threads are started from whichever runs. */
const threadUrl = new URL(
  import.meta.url.endsWith('.ts') ? './writer-thread.ts' : './writer-thread.js',
  import.meta.url,
);

/** A writer in a thread of its own. When the thread dies, what it held is rejected and the next group starts a new one. */
export class ThreadWriter implements GroupWriter {
  private worker: Worker | undefined;
  private replies: { readonly resolve: (reply: WriterReply) => void; readonly reject: (fault: Error) => void }[] = [];

  private constructor(private readonly start: WriterStart) {}

  static async open(start: WriterStart): Promise<ThreadWriter> {
    const writer = new ThreadWriter(start);
    await writer.begin();
    return writer;
  }

  async write(group: readonly WriterRequest[]): Promise<WriterReply> {
    const worker = this.worker ?? (await this.begin());
    return new Promise((resolve, reject) => {
      this.replies.push({ resolve, reject });
      worker.postMessage(group);
    });
  }

  async close(): Promise<void> {
    const worker = this.worker;
    if (worker === undefined) return;
    this.worker = undefined;
    await new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
      worker.postMessage('close');
    });
  }

  private begin(): Promise<Worker> {
    const worker = new Worker(threadUrl, { workerData: this.start });
    return new Promise((resolve, reject) => {
      worker.once('error', (fault) => {
        this.died(worker, fault as Error);
        reject(fault);
      });
      worker.once('exit', () => this.died(worker, new Error('the writer thread ended')));
      worker.on('message', (message: 'ready' | 'closed' | readonly WriterReply[]) => {
        if (message === 'ready') resolve((this.worker = worker));
        else if (message !== 'closed') for (const reply of message) this.replies.shift()?.resolve(reply);
      });
    });
  }

  private died(worker: Worker, fault: Error): void {
    if (this.worker === worker) this.worker = undefined;
    for (const waiting of this.replies.splice(0)) waiting.reject(fault);
  }
}
