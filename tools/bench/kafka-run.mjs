import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import kafkajs from 'kafkajs';
import { openEventBroker } from '../../libs/event-log/src/open.ts';
import { brokerAddress } from '../../libs/event-log/src/kafka/broker-url.ts';
import { Collector } from '../../libs/event-log/src/kafka/collector.ts';
import { driverFor } from '../../libs/event-log/src/kafka/driver.ts';
import { recordOf } from '../../libs/event-log/src/kafka/event-record.ts';
import { connectProducer } from '../../libs/event-log/src/kafka/record-producer.ts';
import { openReportingStore } from '../../libs/read-models/src/open.ts';
import { PendingInMemory, topicsOfItsOwn } from '../../libs/event-log/src/testing/index.ts';

/*
 * Both sides of the comparison in one process: `kafka-run.mjs <broker url> <events> <rounds>` prints one line of JSON. Raw is
 * the driver with our collector and ready-made records, read by the driver alone; the pipeline is relay, topic and group
 * member over pending commits in memory, each delivery committed and folded into a count; once more with each delivery kept
 * in a history over a SQLite file first. A SQLite store has no pending marks (its log is read as it is), so the relay's end
 * is never SQLite.
 */
const [url, events, rounds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const streams = 400;
const partitions = 4;
const context = 'projects';

const burst = () => {
  const pending = new PendingInMemory();
  const note = 'ملاحظة '.repeat(50);
  for (let index = 0; index < events; index += 1)
    pending.commit(`projects/P-${index % streams}`, [
      {
        type: 'milestone.forecast.v1',
        data: { happenedOn: '2026-03-01', milestone: 'm-1', date: '2026-06-30', reason: note },
      },
    ]);
  return pending;
};

/** Milliseconds until `count` says that all are there, and what this process spent on them. */
const measured = async (start, arrived) => {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await start();
  await arrived;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { seconds: (performance.now() - started) / 1000, cpuMicroseconds: (user + system) / events };
};

/** Resolves when so many events have been counted. */
const counter = () => {
  let seen = 0;
  let done;
  const arrived = new Promise((resolve) => (done = resolve));
  return { arrived, add: (count) => (seen += count) >= events && done() };
};

const joined = (consumer) => new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));

const raw = async () => {
  const ours = topicsOfItsOwn(url, partitions);
  const broker = await openEventBroker(ours);
  await broker.assertTopics([context]);
  const address = brokerAddress(ours);
  const topic = `${address.prefix}.${context}`;
  const { commits } = await burst().page({ commits: events, events });
  const records = commits.map((commit) => recordOf(commit.events[0], 'epoch-1'));
  const driver = new kafkajs.Kafka({ brokers: address.brokers, logLevel: kafkajs.logLevel.NOTHING });
  const consumer = driver.consumer({ groupId: address.prefix, maxWaitTimeInMs: 500 });
  const { arrived, add } = counter();
  const ready = joined(consumer);
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachBatch: async ({ batch }) => void add(batch.messages.length),
    partitionsConsumedConcurrently: 3,
  });
  await ready;
  const collector = new Collector(() => connectProducer(driverFor(address)));
  const figures = await measured(
    () => Promise.all(records.map((record) => collector.publish(topic, [record]))),
    arrived,
  );
  await collector.close();
  await consumer.disconnect();
  await broker.close();
  return figures;
};

const openPipeline = async (pending, fold, deliver = async () => undefined) => {
  const broker = await openEventBroker(topicsOfItsOwn(url, partitions));
  await broker.assertTopics([context]);
  let ready;
  const assigned = new Promise((resolve) => (ready = resolve));
  const consumer = broker.consumer({
    group: 'bench',
    contexts: [context],
    deliver,
    fold: async (delivery) => void fold(delivery.events),
    assigned: async () => ready(),
  });
  await consumer.start();
  await assigned;
  return { broker, relay: broker.relay(pending) };
};

const pipeline = async (deliver) => {
  const { arrived, add } = counter();
  const { broker, relay } = await openPipeline(burst(), (delivered) => add(delivered.length), deliver);
  const figures = await measured(async () => relay.start(), arrived);
  await broker.close();
  return figures;
};

const keptInSqlite = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-'));
  const store = await openReportingStore(`sqlite:${join(folder, 'views.db')}`);
  const figures = await pipeline(async (delivery) => void (await store.history.insert('bench', delivery.events)));
  await store.close();
  rmSync(folder, { recursive: true });
  return figures;
};

/** Milliseconds from commit to fold, one at a time on a broker that has nothing else to do. */
const latencies = async (samples) => {
  let folded = () => undefined;
  const pending = new PendingInMemory();
  const { broker, relay } = await openPipeline(pending, () => folded());
  relay.start();
  const taken = [];
  for (let index = 0; index < samples; index += 1) {
    const done = new Promise((resolve) => (folded = resolve));
    const started = performance.now();
    pending.commit(`projects/P-${index % streams}`);
    await done;
    taken.push(performance.now() - started);
  }
  await broker.close();
  return taken.slice(samples / 4).sort((a, b) => a - b);
};

const middle = (figures, key) => figures.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(figures.length / 2)];
const taken = { raw: [], pipeline: [], kept: [] };
// The first of each warms up and is not counted; then they take turns, so that a noisy minute hits both.
for (let round = 0; round <= rounds; round += 1) {
  const runs = { raw: await raw(), pipeline: await pipeline(), kept: await keptInSqlite() };
  if (round > 0) for (const [name, figures] of Object.entries(runs)) taken[name].push(figures);
}
const alone = await latencies(400);
const figures = ([name, runs]) => [
  name,
  { perSecond: events / middle(runs, 'seconds'), cpuMicroseconds: middle(runs, 'cpuMicroseconds') },
];
console.log(
  JSON.stringify({
    ...Object.fromEntries(Object.entries(taken).map(figures)),
    alone: { p50: alone[Math.floor(alone.length * 0.5)], p99: alone[Math.floor(alone.length * 0.99)] },
  }),
);
process.exit(0);
