import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executable = places.find((place) => place !== undefined && existsSync(place));

/** A suite that needs a browser; without one its tests count as skipped, and a loud line says so. */
export const describeInBrowser: (name: string, tests: () => void) => void =
  executable === undefined ? describe.skip : describe;
export const hasBrowser = executable !== undefined;
if (!hasBrowser) process.stderr.write('\n>>> There is no chromium (CHROMIUM). THE TESTS OF THE PAGE ARE SKIPPED\n');

/** As root, as a container runs it, Chromium has no sandbox; nothing here leaves for the network. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-component-update', '--no-first-run'],
  });
