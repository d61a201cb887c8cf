import { load } from '../load.mjs';
import { median } from '../process-figures.mjs';
import { foldedUpTo, placeOf } from './gauges.mjs';

/** Sends updates to instances at once, the clients shared out among them; answers what was acknowledged. */
export const updatesAt = async (cluster, instances, clients, { next, ...much }) => {
  const share = ({ amount, seconds }) =>
    amount === undefined ? { seconds } : { amount: Math.ceil(amount / instances.length) };
  const each = Math.max(1, Math.floor(clients / instances.length));
  const runs = await Promise.all(
    instances.map(({ url, pid }) => load({ url, pid, clients: each, token: cluster.token, next, ...share(much) })),
  );
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const slowest = (key) => Math.max(...runs.map((run) => run[key]));
  return {
    perSecond: sum('perSecond'),
    done: sum('done'),
    refused: sum('refused'),
    p50: slowest('p50'),
    p99: slowest('p99'),
  };
};

/** Takes turns between ceilings and Masar, so that a noisy minute hits all; each begins when the pipeline is level. */
const measure = async ({ cluster, ceilings, writer, relay, next }, clients, { rounds, seconds }) => {
  const [one] = cluster.of('projects');
  const taken = { inserts: [], records: [], one: [], two: [] };
  const ours = async (instances) => {
    const { folded } = await placeOf(writer, relay);
    const run = await updatesAt(cluster, instances, clients, { next, seconds });
    await foldedUpTo(writer, relay, folded + run.done);
    return run;
  };
  for (let round = 0; round < rounds; round += 1) {
    taken.inserts.push(await ceilings.inserts(clients, seconds / 2));
    taken.records.push(await ceilings.records(clients, seconds / 2));
    taken.one.push(await ours([one]));
    if (clients > 1) taken.two.push(await ours(cluster.of('projects')));
  }
  const middle = (runs, key) => median(runs.map((run) => run[key]));
  const [inserts, records, ofOne] = [median(taken.inserts), median(taken.records), middle(taken.one, 'perSecond')];
  return {
    clients,
    'one instance /s': Math.round(ofOne),
    'p50 ms': middle(taken.one, 'p50'),
    'p99 ms': middle(taken.one, 'p99'),
    'two instances /s': clients > 1 ? Math.round(middle(taken.two, 'perSecond')) : '',
    'driver inserts /s': Math.round(inserts),
    'kafkajs records /s': Math.round(records),
    'share of inserts': ofOne / inserts,
    'share of records': ofOne / records,
    refused: [...taken.one, ...taken.two].reduce((sum, run) => sum + run.refused, 0),
  };
};

export const singleUpdates = async (bench) => {
  const rows = [];
  for (const clients of [1, 8, 64]) rows.push(await measure(bench, clients, { rounds: 3, seconds: 1 }));
  return { title: 'Cluster: updates acknowledged, beside the drivers alone on the same servers', rows };
};
