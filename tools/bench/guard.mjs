import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '../bundle/bundle-app.mjs';
import { forecasts } from './forecasts.mjs';
import { openGuard } from './guard/open-guard.mjs';
import { load } from './load.mjs';
import { startMasar } from './masar-process.mjs';
import { cpuSeconds, median } from './process-figures.mjs';
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

/** CPU of one update with all that comes of it, until reporting has nothing left to do: what is put off is paid for too. */
const updated = async ({ masar, token }, clients, seconds) => {
  const before = cpuSeconds(masar.pid);
  const result = await load({ url: masar.url, pid: masar.pid, token, clients, seconds, next: forecasts(initiatives) });
  await masar.level();
  const cpu = ((cpuSeconds(masar.pid) - before) * 1000) / Math.max(1, result.done);
  return { cpu, perSecond: result.perSecond, refused: result.refused };
};

/** Five runs of each build in turns; shares are medians of what each turn says, so that a noisy minute weighs once. */
const measured = async (started, clients, seconds) => {
  const turns = [];
  for (let run = 0; run < runs; run += 1) {
    const turn = {};
    // Each build is first as often as another: whoever is first meets the machine as the turn before left it.
    const names = Object.keys(started);
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(at + run) % names.length];
      turn[name] = await updated(started[name], clients, seconds);
    }
    turns.push(turn);
  }
  const of = (figure) => median(turns.map(figure));
  const share = (name) => of((turn) => turn.guarded.cpu / turn[name].cpu - 1);
  return {
    clients,
    'CPU ms/update, guarded': of((turn) => turn.guarded.cpu),
    'token alone': of((turn) => turn['token alone'].cpu),
    'allows all': of((turn) => turn['allows all'].cpu),
    'guard, share': share('allows all'),
    'of it rights': share('token alone'),
    'guarded /s': Math.round(of((turn) => turn.guarded.perSecond)),
    'allows all /s': Math.round(of((turn) => turn['allows all'].perSecond)),
    refused: turns.reduce((sum, turn) => sum + Object.values(turn).reduce((all, { refused }) => all + refused, 0), 0),
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
