import { performance } from 'node:perf_hooks';
import { openEventBroker } from '../../../libs/event-log/src/open.ts';
import { brokerAddress } from '../../../libs/event-log/src/kafka/broker-url.ts';
import { Collector } from '../../../libs/event-log/src/kafka/collector.ts';
import { driverFor } from '../../../libs/event-log/src/kafka/driver.ts';
import { recordOf } from '../../../libs/event-log/src/kafka/event-record.ts';
import { connectProducer } from '../../../libs/event-log/src/kafka/record-producer.ts';
import { openEventStore } from '../../../libs/event-store/src/open.ts';
import { columns, storeCollections } from '../../../libs/event-store/src/mongo/commit-documents.ts';
import { connectTo } from '../../../libs/mongo/src/server.ts';

/*
 * What the drivers do alone: `ceilings-run.mjs <url of the store> <url of the broker>` takes `{ kind, clients, seconds }` over
 * IPC and answers operations a second. `inserts`: a commit of that store, copied under new names, majority and journal, the
 * store's indexes. `records`: its event, through our collector, acknowledged by all replicas.
 */
const [truth, kafka] = process.argv.slice(2);
const context = 'projects';

const newest = async () => {
  const connection = await connectTo(truth);
  const { commits } = await storeCollections(connection);
  const asked = commits.find({ stream: /^projects\// }, { ...columns, _id: 0 });
  const [commit] = await asked.sort({ first: -1 }).limit(1).lean();
  await connection.close();
  const store = await openEventStore(truth);
  const [event] = await store.read(commit.stream, commit.first - 1, 1);
  await store.close();
  return { commit, event };
};

const { commit, event } = await newest();

const inserting = async () => {
  const connection = await connectTo(`${truth}-raw`);
  const { commits } = await storeCollections(connection);
  let n = 0;
  return () => {
    n += 1;
    const stream = `raw/${process.pid}-${n}`;
    return commits.collection.insertOne({ ...commit, stream, pending: `${commit.recordedAt} ${n}` });
  };
};

const publishing = async () => {
  const url = `${kafka}?prefix=raw-${process.pid}&partitions=12`;
  const broker = await openEventBroker(url);
  await broker.assertTopics([context]);
  await broker.close();
  const address = brokerAddress(url);
  const collector = new Collector(() => connectProducer(driverFor(address)));
  let n = 0;
  return () => {
    n += 1;
    const record = recordOf({ ...event, stream: `projects/raw-${n % 400}` }, 'epoch');
    return collector.publish(`${address.prefix}.${context}`, [record]);
  };
};

const operations = { inserts: await inserting(), records: await publishing() };

const perSecond = async ({ kind, clients, seconds }) => {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      await operations[kind]();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (done * 1000) / (performance.now() - started);
};

process.on('message', async (asked) => process.send({ perSecond: await perSecond(asked) }));
process.once('disconnect', () => process.exit(0));
process.send('ready');
