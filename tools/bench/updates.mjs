import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecasts } from './forecasts.mjs';
import { load } from './load.mjs';
import { startMasar } from './masar-process.mjs';
import { median, now, quantile } from './process-figures.mjs';
import { seedPortfolio } from './seed-portfolio.mjs';
import { sqliteCeiling } from './sqlite-ceiling.mjs';

const initiatives = 400;
const rounds = 3;

/** A ceiling that is a process of its own, over a folder of its own. It is sent the very requests Masar is sent, the token included. */
const startCeiling = async (file, token) => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-'));
  const child = fork(new URL(file, import.meta.url), [folder]);
  const { port } = await new Promise((resolve) => child.once('message', resolve));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, token, stop };
};

const loadCeiling = async (file, { token }, clients, seconds) => {
  const ceiling = await startCeiling(file, token);
  const result = await load({ ...ceiling, clients, seconds, next: forecasts(initiatives) });
  await ceiling.stop();
  return result;
};

const medianRun = (runs) => runs.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)];

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Interleaves ceilings and Masar so that a noisy minute hits all of them, each when reporting has nothing left to do; keeps the median run of each. */
const measure = async (masar, seconds, clients) => {
  const runs = { fastify: [], sqlite: [], bare: [], masar: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.fastify.push(await loadCeiling('fastify-ceiling.mjs', masar, clients, seconds));
    runs.sqlite.push(await sqliteCeiling({ clients, seconds }));
    runs.bare.push(await loadCeiling('bare-pipeline.mjs', masar, clients, seconds));
    runs.masar.push(await load({ ...masar, clients, seconds, next: forecasts(initiatives) }));
    await masar.level();
  }
  const { fastify, sqlite, bare, masar: ours } = mapValues(runs, medianRun);
  return {
    clients,
    'Masar /s': Math.round(ours.perSecond),
    'empty route /s': Math.round(fastify.perSecond),
    'group commit /s': Math.round(sqlite.perSecond),
    'both, bare /s': Math.round(bare.perSecond),
    'share of slower ceiling': ours.perSecond / Math.min(fastify.perSecond, sqlite.perSecond),
    'share of both, bare': ours.perSecond / bare.perSecond,
    'p50 ms': ours.p50,
    'p99 ms': ours.p99,
    'CPU ms/update': ours.cpuMilliseconds,
    'CPU ms/empty route': fastify.cpuMilliseconds,
    'CPU ms/both, bare': bare.cpuMilliseconds,
    refused: ours.refused,
  };
};

/** From the answer of an update to the first timeline that shows it, one update at a time beside a calm trickle. */
const visibleDelays = async (masar, count) => {
  const next = forecasts(initiatives);
  const delays = [];
  for (let n = 0; n < count; n += 1) {
    const { path, body } = next();
    const { position } = await masar.post(path, body);
    const started = now();
    const stream = position.split('@')[0];
    await masar.get(`/api/timelines/${stream}?atLeast=${position}&waitMs=5000`);
    delays.push(now() - started);
  }
  return delays;
};

/** Commands while the whole portfolio and its ledger are exported over and over. */
const duringExport = async (masar, seconds) => {
  let exporting = true;
  const exports = (async () => {
    let count = 0;
    while (exporting) {
      await (await masar.get('/api/export/ledger.csv')).arrayBuffer();
      await (await masar.get('/api/export/portfolio.csv')).arrayBuffer();
      count += 2;
    }
    return count;
  })();
  const result = await load({ ...masar, clients: 1, seconds, next: forecasts(initiatives) });
  exporting = false;
  return {
    exports: await exports,
    'commands /s': Math.round(result.perSecond),
    'p50 ms': result.p50,
    'p99 ms': result.p99,
  };
};

export const benchUpdates = async ({ seconds }) => {
  const masar = await startMasar();
  await seedPortfolio(masar, initiatives * 10);
  const rows = [];
  for (const clients of [1, 8, 64]) rows.push(await measure(masar, seconds, clients));
  const delays = await visibleDelays(masar, 500);
  const exported = await duringExport(masar, seconds);
  await masar.stop();
  masar.remove();
  return [
    { title: 'Durable milestone updates over HTTP', rows },
    {
      title: 'From an update to the timeline that shows it (ms, the read included)',
      rows: [{ updates: delays.length, p50: median(delays), p99: quantile(delays, 0.99) }],
    },
    { title: 'Commands from one client while the portfolio and the ledger are exported', rows: [exported] },
  ];
};
