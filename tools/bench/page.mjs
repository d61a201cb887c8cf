import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { firstScreenBytes } from '../page/first-screen.mjs';
import { bundled } from '../run/bundled.mjs';
import { adminPassword, startMasar } from './masar-process.mjs';
import { median, quantile } from './process-figures.mjs';
import { seedPortfolio } from './seed-portfolio.mjs';

const initiatives = Number(process.env.BENCH_INITIATIVES ?? 2_000);
const visits = 5;
const updates = Number(process.env.BENCH_UPDATES ?? 30);
const patienceMs = 60_000;
const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (place) => place !== undefined && existsSync(place),
);

/** Runs in the page from its beginning: when the first row was painted, and what kept the reader waiting since. */
const gauges = `
  window.gauges = { longTasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.gauges.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  window.gauges.until = (isSo) => new Promise((resolve) => {
    const look = () => isSo() ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())) : requestAnimationFrame(look);
    look();
  });
  window.gauges.shown = window.gauges.until(() => document.querySelector('main a[href^="/initiatives/"]') !== null);
`;

/** A browser that knows nothing yet, signed in; answers the page and the milliseconds from the answer to the first row. */
const visit = async (browser, url) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(gauges);
  const page = await context.newPage();
  await page.goto(`${url}/portfolio`);
  await page.fill('input[name=user]', 'admin');
  await page.fill('input[name=password]', adminPassword);
  const signingIn = page.waitForEvent('requestfinished', {
    predicate: (request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/session',
  });
  await page.keyboard.press('Enter');
  const { startTime, responseEnd } = (await signingIn).timing();
  const shown = await page.evaluate('window.gauges.shown');
  return { page, context, milliseconds: shown - (startTime + responseEnd) };
};

/** Scrolls through what is shown as a wheel does; answers the tasks that held the page for more than 50 ms meanwhile. */
const scrolled = async (page) => {
  await page.mouse.move(720, 500);
  await page.evaluate('window.gauges.longTasks.length = 0');
  for (let turn = 0; turn < 100; turn += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
  return page.evaluate('window.gauges.longTasks');
};

/** From the answer of an update to the frame of another person's open page that shows it. */
const visibleAfter = async (masar, page) => {
  await page.evaluate('window.scrollTo(0, 0)');
  // Under the head and the name of its group; the rows of the end are still drawn for a moment.
  const href = await page.locator('main tr[aria-rowindex="3"] a').getAttribute('href');
  const delays = [];
  for (let n = 0; n < updates; n += 1) {
    const title = `ملف ${'٠'.repeat(3)} ${n} مُعاد`;
    const seen = page.evaluate(
      `window.gauges.until(() => document.querySelector('main').textContent.includes(${JSON.stringify(title)}))`,
    );
    await masar.post(`/api/projects/${href.split('/').at(-1)}/describe`, { title: { ar: title } });
    const answered = Date.now();
    delays.push((await seen) - answered);
  }
  return delays;
};

const weights = (folder) => {
  const bytes = Object.values(firstScreenBytes(folder));
  return { scripts: bytes.length, 'kB gzipped': bytes.reduce((sum, one) => sum + one, 0) / 1000 };
};

async function* measure(browser, masar) {
  const times = [];
  let open;
  for (let n = 0; n < visits; n += 1) {
    await open?.context.close();
    open = await visit(browser, masar.url);
    times.push(open.milliseconds);
  }
  yield {
    title: `From the answer to sign-in to the portfolio shown (${initiatives} initiatives, a browser that knows nothing yet)`,
    rows: [{ visits, 'median ms': median(times), 'slowest ms': Math.max(...times), ...weights('apps/web/bundle') }],
  };
  const tasks = await scrolled(open.page);
  yield {
    title: 'Tasks over 50 ms while scrolling through the portfolio',
    rows: [{ tasks: tasks.length, 'longest ms': Math.max(0, ...tasks), 'all ms': tasks.reduce((a, b) => a + b, 0) }],
  };
  const delays = await visibleAfter(masar, open.page);
  yield {
    title: 'From the answer of an update to the frame of another open page that shows it (ms)',
    rows: [{ updates: delays.length, p50: median(delays), p99: quantile(delays, 0.99) }],
  };
}

/** The page in a real browser over a seeded portfolio. */
export async function* benchPage() {
  if (!executable) {
    console.error('>>> There is no chromium (CHROMIUM): the page is NOT MEASURED');
    return;
  }
  bundled('web');
  const masar = await startMasar();
  await seedPortfolio(masar, initiatives * 10);
  await masar.level();
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-gpu'] });
  yield* measure(browser, masar);
  await browser.close();
  await masar.stop();
  masar.remove();
}
