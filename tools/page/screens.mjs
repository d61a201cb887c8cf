import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { bundled, root } from '../run/bundled.mjs';
import { freePort } from '../servers/free-port.mjs';

/*
 * `npm run screens`: every screen of the demonstration as it is, in both directions, into docs/screens. To be looked at by eye
 * after a change of the page; the pictures are no test.
 */
const password = 'seven quiet rivers bend';
const folder = join(root, 'docs/screens');
/** A day of the demonstration's year, so that the pictures change with the page and not with the calendar. */
const day = process.env.SCREENS_DAY ?? '2026-11-22';

const started = async () => {
  const main = bundled('standalone', 'web');
  const data = mkdtempSync(join(tmpdir(), 'masar-screens-'));
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      MASAR_DATA: data,
      MASAR_DEMO: '1',
      MASAR_TODAY: day,
      MASAR_ADMIN_PASSWORD: password,
      MASAR_LOG: 'error',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/health/ready`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const stop = async () => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
};

const opened = async (browser, url, language, width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}/portfolio?lang=${language}`);
  await page.waitForSelector('input[name=user]');
  return { page, context };
};

const enter = async (page) => {
  await page.fill('input[name=user]', 'admin');
  await page.fill('input[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#content h1');
};

/** Name of the picture → address; the busiest law and project of the demonstration stand for all. */
const screensOf = async (page) => {
  const first = (kind) =>
    page.evaluate(async (of) => (await (await fetch(`/api/portfolio?kind=${of}&limit=1`)).json()).items[0].id, kind);
  const law = await first('laws');
  return {
    portfolio: '/portfolio',
    initiative: `/initiatives/laws/${law}`,
    'initiative-project': `/initiatives/projects/${await first('projects')}`,
    stocktake: `/initiatives/laws/${law}/stocktake`,
    changes: '/changes',
    inbox: '/inbox',
    milestones: '/milestones',
    commitments: '/commitments',
    import: '/import',
    people: '/administration/people',
    calendars: '/administration/calendars',
    account: '/account',
    register: '/initiatives/new',
  };
};

const picture = (page, name, fullPage = false) =>
  page.screenshot({ path: join(folder, `${name}.jpeg`), type: 'jpeg', quality: 78, fullPage });

const masar = await started();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
try {
  mkdirSync(folder, { recursive: true });
  for (const [language, width, mark] of [
    ['ar', 1440, 'ar'],
    ['en', 1440, 'en'],
    ['ar', 390, 'ar-phone'],
  ]) {
    const { page, context } = await opened(browser, masar.url, language, width);
    await picture(page, `sign-in.${mark}`);
    await enter(page);
    for (const [name, address] of Object.entries(await screensOf(page))) {
      await page.goto(masar.url + address);
      await page.waitForSelector('#content h1');
      await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
      await page.waitForTimeout(600);
      await picture(page, `${name}.${mark}`, name.startsWith('initiative') && width > 400);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await masar.stop();
}
