import { setTimeout as pause } from 'node:timers/promises';
import { median, now, quantile } from '../process-figures.mjs';
import { settled } from './gauges.mjs';

/** What is not seen by then counts as this long. */
const longestMs = 10_000;

/** Milliseconds from the answer of an update to the timeline that shows it. */
const visibleAfter = async (from, asked, { path, body }) => {
  const { position } = await from.post(path, body);
  const started = now();
  await asked.get(`/api/timelines/${position.split('@')[0]}?atLeast=${position}&waitMs=${longestMs}`);
  return now() - started;
};

/** So many updates a second beside what is measured, each on its own, until told to stop; answers how many went out. */
const background = (to, next, perSecond) => {
  let going = true;
  const sent = [];
  const running = (async () => {
    for (const started = now(); going; await pause(Math.max(0, started + (sent.length * 1000) / perSecond - now()))) {
      const { path, body } = next();
      sent.push(
        to.post(path, body).then(
          () => true,
          () => false,
        ),
      );
    }
  })();
  return async () => {
    going = false;
    await running;
    const done = (await Promise.all(sent)).filter(Boolean).length;
    return { done, refused: sent.length - done };
  };
};

/** One update at a time, for at most so long; the ways take turns. */
const delaysOf = async ({ cluster, writer, relay, next }, samples, seconds) => {
  const at = (one) => cluster.at(one);
  const other = cluster.of('reporting').find((one) => one !== writer);
  const projects = cluster.of('projects');
  const beside = projects.find((one) => one !== relay);
  const way = (from, sentTo, asked, askedOf) => ({
    ...{ from, asked, delays: [] },
    names: { 'update sent to': sentTo, 'timeline asked of': askedOf },
  });
  const ways = [
    way(beside, 'another than relays', writer, 'the writer'),
    way(beside, 'another than relays', other, 'another'),
    ...(projects.includes(relay) ? [way(relay, 'who relays', writer, 'the writer')] : []),
  ];
  const end = now() + seconds * 1000;
  for (let n = 0; n < samples && now() < end; n += 1)
    for (const { from, asked, delays } of ways) {
      delays.push(await visibleAfter(at(from), at(asked), next()));
      // Not in step with whoever looks at intervals.
      await pause(Math.random() * 50);
    }
  return ways;
};

const rowsOf = (ways, load) =>
  ways.map(({ delays, names }) => ({
    ...names,
    'updates /s beside': load,
    samples: delays.length,
    'p50 ms': median(delays),
    'p99 ms': quantile(delays, 0.99),
  }));

/** From an acknowledged update to the timeline that shows it, with nothing else to do and beside 50 updates a second. */
export const visible = async (bench) => {
  const calm = rowsOf(await delaysOf(bench, 40, 30), 0);
  const stop = background(bench.cluster.at(bench.cluster.of('projects').at(-1)), bench.next, 50);
  const busy = rowsOf(await delaysOf(bench, 40, 20), 50);
  const { refused } = await stop();
  await settled(bench.writer, bench.relay);
  if (refused > 0) throw new Error(`${refused} updates of the load were refused`);
  return { title: 'Cluster: from an update to the timeline that shows it', rows: [...calm, ...busy] };
};
