import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '../bundle/bundle-app.mjs';
import { forecasts } from './forecasts.mjs';
import { openGuard } from './guard/open-guard.mjs';
import { load } from './load.mjs';
import { startMasar } from './masar-process.mjs';
import { median } from './process-figures.mjs';
import { seedPortfolio } from './seed-portfolio.mjs';

const initiatives = 200;
const runs = 5;
const password = 'seven quiet rivers bend';

/** While one account is alone nothing is asked of the table: the updates are a lead's, from the second account on. */
const asLead = async (masar) => {
  const standing = { roles: ['lead'], entity: 'works' };
  const { invitation } = await masar.post('/api/people', { user: 'layla', name: { en: 'Layla' }, ...standing });
  await masar.post(`/api/invitations/${invitation.token}`, { password });
  const { token } = await masar.post('/api/session', { user: 'layla', password });
  return token;
};

const prepared = async (main) => {
  const masar = await startMasar(undefined, main);
  await seedPortfolio(masar, initiatives * 10);
  const token = await asLead(masar);
  return { masar, token };
};

/** One guarded Masar and two of the same build with less of a guard, run in turns. */
const start = async (folder) => {
  const builds = { guarded: undefined };
  for (const [name, how] of [
    ['token alone', 'rights'],
    ['allows all', 'everything'],
  ]) {
    const out = join(folder, how);
    await bundleApp('apps/standalone', out, [openGuard(how)]);
    builds[name] = join(out, 'main.js');
  }
  const started = {};
  for (const [name, main] of Object.entries(builds)) started[name] = await prepared(main);
  return started;
};

/** CPU of a guarded update beside the same build with a guard that allows all: medians of five interleaved runs. */
const measured = async (started, clients, seconds) => {
  const cpu = Object.fromEntries(Object.keys(started).map((name) => [name, []]));
  const rate = Object.fromEntries(Object.keys(started).map((name) => [name, []]));
  let refused = 0;
  for (let run = 0; run < runs; run += 1)
    for (const [name, { masar, token }] of Object.entries(started)) {
      const result = await load({
        url: masar.url,
        pid: masar.pid,
        token,
        clients,
        seconds,
        next: forecasts(initiatives),
      });
      await masar.level();
      cpu[name].push(result.cpuMilliseconds);
      rate[name].push(result.perSecond);
      refused += result.refused;
    }
  const of = (figures) => Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, median(values)]));
  const [spent, done] = [of(cpu), of(rate)];
  return {
    clients,
    'CPU ms/update, guarded': spent.guarded,
    'CPU ms, token alone': spent['token alone'],
    'CPU ms, allows all': spent['allows all'],
    'guard, share': spent.guarded / spent['allows all'] - 1,
    'rights, share': spent.guarded / spent['token alone'] - 1,
    'guarded /s': Math.round(done.guarded),
    'allows all /s': Math.round(done['allows all']),
    refused,
  };
};

export const benchGuard = async ({ seconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-guard-'));
  const started = await start(folder);
  const rows = [];
  for (const clients of [1, 8]) rows.push(await measured(started, clients, seconds));
  for (const { masar } of Object.values(started)) {
    await masar.stop();
    masar.remove();
  }
  rmSync(folder, { recursive: true, force: true });
  return [{ title: 'What the guard of an update costs (five runs in turns, medians)', rows }];
};
