import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../process-figures.mjs';
import { cpuSince, placeOf, settled } from './gauges.mjs';
import { updatesAt } from './single-updates.mjs';

const clients = 64;

/** A burst through the proxy, looked at until everything acknowledged is folded. */
export const burstOf = async ({ cluster, writer, relay, next }, amount, everyMs = 500) => {
  await settled(writer, relay);
  const { folded: before } = await placeOf(writer, relay);
  const cpu = cpuSince(cluster);
  const started = now();
  let acknowledged;
  const sending = updatesAt(cluster, [{ url: cluster.url, pid: 0 }], clients, { next, amount }).then((run) => {
    acknowledged = { ...run, seconds: (now() - started) / 1000 };
  });
  const seen = [];
  for (;;) {
    const place = await placeOf(writer, relay);
    seen.push({ seconds: (now() - started) / 1000, ...place, folded: place.folded - before });
    if (acknowledged && place.folded - before >= acknowledged.done) break;
    if (now() - started > 180_000) throw new Error(`not level after three minutes: ${JSON.stringify(place)}`);
    await pause(acknowledged ? 20 : everyMs);
  }
  await sending;
  const level = seen.at(-1).seconds;
  return { ...acknowledged, seen, levelAfter: level - acknowledged.seconds, spent: cpu() };
};

/** At most so many moments, about equally far from each other, the last among them. */
const some = (seen, most) => {
  const step = Math.max(1, Math.ceil(seen.length / most));
  return seen.filter((_, index) => (seen.length - 1 - index) % step === 0);
};

const overTime = ({ seen }) => {
  const rows = [];
  for (const one of seen) if (rows.length === 0 || one.seconds - rows.at(-1).seconds > 0.4) rows.push(one);
  return some([...rows.slice(0, -1), seen.at(-1)], 14).map((one) => ({
    seconds: one.seconds,
    'not relayed yet': one.pending,
    'not kept yet (asked every 5 s)': one.undelivered,
    'not folded yet (of what is kept)': one.lag,
    folded: one.folded,
  }));
};

const most = (seen, key) => Math.max(...seen.map((one) => one[key]));

const summary = (run) => ({
  updates: run.done,
  'acknowledged /s': Math.round(run.done / run.seconds),
  'p50 ms': run.p50,
  'p99 ms': run.p99,
  'most not relayed': most(run.seen, 'pending'),
  'most not kept': most(run.seen, 'undelivered'),
  'most not folded': most(run.seen, 'lag'),
  'seconds to level after the last': run.levelAfter,
});

const roles = ({ writer, relay }) => ({
  [writer.name]: 'reporting, who writes',
  [relay.name]: `${relay.app}, who relays`,
});

/** CPU milliseconds an update and, of the same processes with nothing to do, a second. */
const cpuRows = (bench, run, idle) => {
  const idleOf = new Map(idle.map((one) => [one.name, one.perSecond]));
  const named = roles(bench);
  const rows = new Map();
  for (const { name, app, seconds } of run.spent) {
    const label = named[name] ?? (app === 'reporting' ? 'reporting, another' : app);
    const row = rows.get(label) ?? { processes: 0, update: 0, idle: 0 };
    rows.set(label, {
      processes: row.processes + 1,
      update: row.update + (seconds * 1000) / run.done,
      idle: row.idle + (idleOf.get(name) ?? 0),
    });
  }
  const all = [...rows.values()];
  const total = (key) => all.reduce((sum, row) => sum + row[key], 0);
  return [
    ...[...rows].map(([process, { processes, update, idle: atRest }]) => ({
      process,
      processes,
      'CPU ms/update, all of them': update,
      'CPU ms/s at rest, each': atRest / processes,
    })),
    {
      process: 'all',
      processes: total('processes'),
      'CPU ms/update, all of them': total('update'),
      'CPU ms/s at rest, each': '',
    },
  ];
};

/** CPU milliseconds a second by process while nobody asks for anything. */
export const idleOf = async (cluster, seconds) => {
  const started = now();
  const cpu = cpuSince(cluster);
  await pause(seconds * 1000);
  const passed = (now() - started) / 1000;
  return cpu().map(({ name, app, seconds: spent }) => ({ name, app, perSecond: (spent * 1000) / passed }));
};

export const burst = async (bench, idle, amount) => {
  const run = await burstOf(bench, amount);
  return [
    { title: `Cluster: a burst of ${amount} updates from ${clients} clients through the proxy`, rows: [summary(run)] },
    { title: 'Cluster: the burst over time', rows: overTime(run) },
    { title: 'Cluster: CPU by process, during the burst and at rest', rows: cpuRows(bench, run, idle) },
  ];
};
