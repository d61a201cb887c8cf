import { BroadcastChannel, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { CommitWriter } from './commit-writer.js';
import { appendedChannel } from './location.js';
import { openTruthForWriting } from './truth-database.js';
import { largestGroup, type WriterReply, type WriterRequest, type WriterStart } from './writer-messages.js';

/*
 * The writer's thread: everything that waits goes into one transaction, so that one sync to disk carries many appends
 * and the caller's event loop never waits for a disk.
 */
const port = parentPort!;
const start = workerData as WriterStart;
const database = openTruthForWriting(start.file, start.maxPages);
const writer = new CommitWriter(database, start.clock);
const appended = new BroadcastChannel(appendedChannel(start.file));

/** Messages are told apart by their place in the queue; replies go back in the same order. */
const serve = (first: WriterRequest[] | 'close'): void => {
  let message: WriterRequest[] | 'close' | undefined = first;
  while (message !== undefined) {
    if (message === 'close') return close();
    const lengths = [message.length];
    const group = [...message];
    while (group.length < largestGroup && (message = next()) !== undefined && message !== 'close') {
      group.push(...message);
      lengths.push(message.length);
    }
    if (group.length >= largestGroup) message = next();
    reply(writer.write(group), lengths);
  }
};

const next = (): WriterRequest[] | 'close' | undefined =>
  receiveMessageOnPort(port)?.message as WriterRequest[] | 'close' | undefined;

const reply = (result: WriterReply, lengths: readonly number[]): void => {
  if ('unavailable' in result) return port.postMessage(lengths.map(() => result));
  let from = 0;
  port.postMessage(lengths.map((length) => ({ answers: result.answers.slice(from, (from += length)) })));
  if (result.answers.some((answer) => answer.outcome === 'committed')) appended.postMessage(null);
};

const close = (): void => {
  try {
    // All in one file again, for whoever copies the folder of a stopped server.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Storage is away: the write-ahead file keeps what is in it, and the next start reads it.
  }
  database.close();
  appended.close();
  port.postMessage('closed');
  port.close();
};

port.on('message', serve);
port.postMessage('ready');
