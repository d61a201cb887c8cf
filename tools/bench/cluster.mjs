import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../run/bundled.mjs';
import { hasJava } from '../servers/java.mjs';
import { startBroker } from '../servers/kafka/broker.mjs';
import { startStandIn } from '../servers/mongo/stand-in.mjs';
import { hasNginx } from '../servers/proxy.mjs';
import { burst, idleOf } from './cluster/burst.mjs';
import { startCeilings } from './cluster/ceilings.mjs';
import { relayOf, settled, writerOf } from './cluster/gauges.mjs';
import { growth } from './cluster/growth.mjs';
import { singleUpdates } from './cluster/single-updates.mjs';
import { apps, startCluster } from './cluster/system.mjs';
import { visible } from './cluster/visible.mjs';
import { forecasts } from './forecasts.mjs';
import { seedPortfolio } from './seed-portfolio.mjs';

const initiatives = 100;
/** The stand-in answers one question at a time and looks at every document for most: `BENCH_BURST` bears what it can. */
const burstUpdates = Number(process.env.BENCH_BURST ?? 10_000);
const growthUpdates = Math.min(300, burstUpdates);

/** Servers of this run alone: what they do is in nobody else's figures, and their processes are known. */
const startServers = async () => {
  const file = join(tmpdir(), `masar-bench-${randomUUID()}.db`);
  const kafka = await startBroker({ measured: true });
  const mongo = await startStandIn({ file, heap: '768m' });
  return {
    kafka: kafka.url,
    kafkaPid: kafka.pid,
    mongo: mongo.url.replace(/^(mongodb:\/\/[^/?]+).*/, '$1'),
    mongoPid: mongo.pid,
    stop: async () => {
      await Promise.all([kafka.stop(), mongo.stop()]);
      rmSync(file, { force: true });
    },
  };
};

/** A cluster with a portfolio, who writes and who relays known. */
const seeded = async (servers, options) => {
  const cluster = await startCluster(servers, options);
  await seedPortfolio(cluster, initiatives * 10);
  const [writer, relay] = [await writerOf(cluster), await relayOf(cluster)];
  await settled(writer, relay);
  return { cluster, writer, relay, next: forecasts(initiatives), ...options };
};

async function* wholePipeline(servers) {
  const bench = await seeded(servers, { partitions: 12, reporting: 5 });
  const idle = await idleOf(bench.cluster, 10);
  yield await visible(bench);
  const ceilings = await startCeilings(bench.cluster.truth, servers.kafka);
  yield await singleUpdates({ ...bench, ceilings });
  await ceilings.stop();
  yield* await burst(bench, idle, burstUpdates);
  await bench.cluster.stop();
}

/** Clusters of their own, so that each begins with as little in its documents as the others. */
const grown = async (servers) => {
  const rows = [];
  for (const [partitions, instances] of [
    [12, [5, 2, 1]],
    [1, [5]],
  ]) {
    const bench = await seeded(servers, { partitions, reporting: 5 });
    rows.push(...(await growth(bench, growthUpdates, instances)));
    await bench.cluster.stop();
  }
  return { title: 'Cluster: growth with partitions and with instances of reporting', rows };
};

/** The services as separate processes over a real Kafka and the stand-in of MongoDB, beside what the drivers do alone. */
export async function* benchCluster() {
  if (!hasJava() || !hasNginx) {
    console.log('\nA cluster needs java 17, mvn and nginx here: NO FIGURES OF THE CLUSTER');
    return;
  }
  for (const app of apps) bundled(app);
  const servers = await startServers();
  try {
    yield* wholePipeline(servers);
    yield await grown(servers);
  } finally {
    await servers.stop();
  }
}
