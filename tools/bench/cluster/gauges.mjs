import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from '../process-figures.mjs';

const gaugesOf = async ({ url }) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return new Map([...text.matchAll(/^(masar_\w+)(?:\{\})? (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]));
};

/** A figure of each instance, by instance. */
const each = async (instances, name) =>
  Promise.all(instances.map(async (one) => ({ one, value: (await gaugesOf(one)).get(name) ?? 0 })));

/** The instance that has the most of something: whoever folds, whoever relays. */
const mostOf = async (instances, name) => (await each(instances, name)).sort((a, b) => b.value - a.value)[0].one;

export const writerOf = (cluster) => mostOf(cluster.of('reporting'), 'masar_reporting_fold_milliseconds');

export const relayOf = (cluster) =>
  mostOf(
    cluster.running.filter(({ app }) => app !== 'reporting'),
    'masar_relay_published_events_total',
  );

/** How far the pipeline is at this moment. */
export const placeOf = async (writer, relay) => {
  const [ofWriter, ofRelay] = await Promise.all([gaugesOf(writer), gaugesOf(relay)]);
  return {
    pending: ofRelay.get('masar_relay_pending_commits') ?? 0,
    undelivered: ofWriter.get('masar_delivery_undelivered_events') ?? -1,
    lag: ofWriter.get('masar_reporting_lag_commits') ?? 0,
    folded: ofWriter.get('masar_reporting_events') ?? 0,
  };
};

/** Resolves when nothing is on its way: no figure has changed for two seconds, nothing waits. */
export const settled = async (writer, relay, withinMs = 120_000) => {
  let seen = '';
  let since = Date.now();
  for (const end = since + withinMs; Date.now() < end; await pause(100)) {
    const { pending, lag, folded } = await placeOf(writer, relay);
    const place = `${pending} ${lag} ${folded}`;
    if (place !== seen || pending > 0 || lag > 0) [seen, since] = [place, Date.now()];
    else if (Date.now() - since > 2_000) return;
  }
  throw new Error(`not at rest after ${withinMs} ms: ${seen}`);
};

/** Resolves when so many events are folded; rejects when that does not come. */
export const foldedUpTo = async (writer, relay, events, withinMs = 120_000) => {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(20))
    if ((await placeOf(writer, relay)).folded >= events) return;
  throw new Error(`${JSON.stringify(await placeOf(writer, relay))} after ${withinMs} ms, ${events} were to be folded`);
};

/** CPU seconds since, by process; of processes that ran the whole time. */
export const cpuSince = (cluster) => {
  const spent = ({ pids }) => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const before = new Map(cluster.processes().map((one) => [one.name, spent(one)]));
  return () =>
    cluster
      .processes()
      .filter(({ name }) => before.has(name))
      .map((one) => ({ name: one.name, app: one.app, seconds: spent(one) - before.get(one.name) }));
};
