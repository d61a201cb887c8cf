import { spawnSync } from 'node:child_process';
import { root } from '../run/bundled.mjs';
import { startMasar } from './masar-process.mjs';
import { median, now, quantile, residentMebibytes } from './process-figures.mjs';
import { seedPortfolio } from './seed-portfolio.mjs';

const timed = async (count, read) => {
  const delays = [];
  for (let n = 0; n < count; n += 1) {
    const started = now();
    await (await read(n)).arrayBuffer();
    delays.push(now() - started);
  }
  return delays;
};

/** Reads of one portfolio: a page, a later page, a timeline, and the whole portfolio as known on a day. */
const readFigures = async (masar, initiatives) => {
  const page = await timed(200, () => masar.get('/api/portfolio?limit=50'));
  const sorted = await timed(50, () => masar.get('/api/portfolio?limit=50&sort=-slip'));
  const timeline = await timed(200, (n) => masar.get(`/api/timelines/projects/P-${(n * 37) % initiatives}`));
  const today = new Date().toISOString().slice(0, 10);
  const known = await timed(5, async () => {
    let cursor = '';
    let last;
    do {
      last = await masar.get(`/api/portfolio?limit=500&knownOn=${today}${cursor}`);
      const { next } = await last.clone().json();
      cursor = next ? `&cursor=${encodeURIComponent(next)}` : '';
    } while (cursor !== '');
    return last;
  });
  return { page, sorted, timeline, known };
};

const rebuild = (folder) => {
  const started = now();
  const { status, stderr } = spawnSync(process.execPath, ['apps/cli/bundle/main.js', 'rebuild'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, MASAR_DATA: folder },
  });
  if (status !== 0) throw new Error(`rebuild: ${stderr}`);
  return (now() - started) / 1000;
};

const atSize = async (masar, milestones, from) => {
  const initiatives = await seedPortfolio(masar, milestones, from);
  const { page, sorted, timeline, known } = await readFigures(masar, initiatives);
  return {
    milestones,
    'page of 50, p50 ms': median(page),
    'page p99 ms': quantile(page, 0.99),
    'sorted page p50 ms': median(sorted),
    'timeline p50 ms': median(timeline),
    'whole portfolio as known on a day, ms': median(known),
    'resident MiB': residentMebibytes(masar.pid),
  };
};

export const benchReads = async () => {
  const first = await startMasar();
  const small = await atSize(first, 4_000, 0);
  const large = await atSize(first, 40_000, 400);
  await first.stop();
  const events = 40_000 + 4_000 + 1;
  const seconds = rebuild(first.folder);
  const starts = [];
  for (let n = 0; n < 5; n += 1) {
    const masar = await startMasar();
    starts.push({ milliseconds: masar.startMilliseconds, mebibytes: residentMebibytes(masar.pid) });
    await masar.stop();
    masar.remove();
  }
  first.remove();
  return [
    {
      title: 'Reads, and how they grow',
      rows: [
        small,
        large,
        {
          milestones: 'ratio',
          ...Object.fromEntries(
            Object.keys(small)
              .slice(1)
              .map((key) => [key, large[key] / small[key]]),
          ),
        },
      ],
    },
    { title: 'Rebuild of every projection', rows: [{ events, seconds, 'events /s': Math.round(events / seconds) }] },
    {
      title: 'Start of an empty folder to ready, median of five',
      rows: [
        {
          milliseconds: median(starts.map((s) => s.milliseconds)),
          'resident MiB': median(starts.map((s) => s.mebibytes)),
        },
      ],
    },
  ];
};
