import { openEventBroker } from '../open.js';
import { HistoryInMemory } from './log-under-test.js';

/*
 * A process to be killed: a member of a group that stops for ever in its first `deliver` (kept, offset not committed) or its
 * first `fold` (offset committed). It prints what it kept, then that it has stopped.
 */
const [url, stage] = process.argv.slice(2);
const forEver = () => new Promise<void>(() => setInterval(() => undefined, 1_000));

const stop = async (events: readonly { stream: string; version: number }[]) => {
  process.stdout.write(`${events.map(({ stream, version }) => `${stream}@${version}`).join(' ')}\nstopped\n`);
  await forEver();
};

const broker = await openEventBroker(url!);
const options = new HistoryInMemory().consumer('reporting', {
  contexts: ['projects'],
  ...(stage === 'deliver' ? { deliver: ({ events }) => stop(events) } : { fold: ({ events }) => stop(events) }),
});
await broker.consumer(options).start();
