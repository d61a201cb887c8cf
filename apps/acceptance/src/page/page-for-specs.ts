import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from '../harness/api-client.js';
import { bundledApp } from '../harness/bundled-apps.js';
import { adminPassword, StandaloneProcess } from '../harness/standalone-process.js';
import { hasBrowser, launchBrowser } from './browser.js';
import { chosenPassword, invite, people, type Visitor } from './people.js';
import { countRequests } from './settled.js';
import { Watch } from './watch.js';

const startingMayTake = 300_000;
/** A busy machine shows things late; what never shows fails here. */
const patienceMs = 30_000;

export interface Look {
  readonly language?: 'ar' | 'en' | 'x-long' | 'x-mirror';
  /** Where the device is; else where the machine is. */
  readonly zone?: string;
  readonly inlineSize?: number;
  readonly blockSize?: number;
  readonly theme?: 'light' | 'dark';
  readonly isStill?: boolean;
  /** How large everything is drawn: 2 beside half the size is a window at 200 %. */
  readonly scale?: number;
}

const userOf = (visitor: Visitor): string => (visitor === 'administrator' ? 'admin' : people[visitor].user);
const passwordOf = (visitor: Visitor): string => (visitor === 'administrator' ? adminPassword : chosenPassword);

/** The form of the door; `Enter` sends it. */
export const fillDoor = async (page: Page, user: string, password: string): Promise<void> => {
  await page.fill('input[name=user]', user);
  await page.fill('input[name=password]', password);
  await page.keyboard.press('Enter');
};

/** A Masar of one process with the demonstration and its page, and a browser, for a whole file of specs. */
export class PageUnderTest {
  masar!: StandaloneProcess;
  #browser: Browser | undefined;
  readonly #contexts: BrowserContext[] = [];
  readonly #known = new Map<Visitor, Promise<unknown>>();
  readonly watch = new Watch(() => this.masar.url);

  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {}

  async start(): Promise<void> {
    bundledApp('web');
    this.masar = await StandaloneProcess.start({ environment: { MASAR_DEMO: '1', ...this.environment } });
    this.#browser = await launchBrowser();
  }

  async remove(): Promise<void> {
    await this.#browser?.close();
    await this.masar?.remove();
  }

  /** Closes what a test opened; answers what the pages did that they must not. */
  async leave(): Promise<readonly string[]> {
    for (const context of this.#contexts.splice(0)) await context.close();
    return this.watch.take();
  }

  /** A browser of its own: nothing of another one's session or choices. */
  async open(path = '/', look: Look = {}): Promise<Page> {
    const { language = 'ar', inlineSize = 1440, blockSize = 900, theme = 'light', isStill = false, scale = 1 } = look;
    const context = await this.#browser!.newContext({
      viewport: { width: inlineSize, height: blockSize },
      deviceScaleFactor: scale,
      colorScheme: theme,
      reducedMotion: isStill ? 'reduce' : 'no-preference',
      hasTouch: inlineSize < 720,
      ...(look.zone !== undefined && { timezoneId: look.zone }),
    });
    context.setDefaultTimeout(patienceMs);
    this.#contexts.push(context);
    this.watch.follow(context);
    const page = await context.newPage();
    countRequests(page);
    const joint = path.includes('?') ? '&' : '?';
    await page.goto(`${this.masar.url}${path}${joint}lang=${language}`);
    return page;
  }

  /** The same person by the interface alone. */
  async client(visitor: Visitor): Promise<ApiClient> {
    if (visitor === 'administrator') return this.masar.client;
    await this.#letIn(visitor);
    return new ApiClient(this.masar.url).signIn(userOf(visitor), passwordOf(visitor));
  }

  /** Invited once, however many come at the same moment; everybody waits until the password is chosen. */
  #letIn(visitor: Visitor): Promise<unknown> {
    const invited =
      this.#known.get(visitor) ?? (visitor === 'administrator' ? Promise.resolve() : this.#invite(visitor));
    this.#known.set(visitor, invited);
    return invited;
  }

  async #invite(visitor: Exclude<Visitor, 'administrator'>): Promise<void> {
    const token = await invite(this.masar.client, visitor);
    await this.masar.client.accept(`/api/invitations/${token}`, { password: chosenPassword });
  }

  async signIn(page: Page, visitor: Visitor): Promise<void> {
    await this.#letIn(visitor);
    await fillDoor(page, userOf(visitor), passwordOf(visitor));
    await page.waitForSelector('#content');
  }

  /** Somebody who is signed in and looks at an address. */
  async visit(visitor: Visitor, path: string, look: Look = {}): Promise<Page> {
    const page = await this.open(path, look);
    await this.signIn(page, visitor);
    return page;
  }
}

/** One for each file; every test ends with pages that did nothing they must not. */
export const usePage = (environment: Readonly<Record<string, string>> = {}): PageUnderTest => {
  const under = new PageUnderTest(environment);
  beforeAll(async () => {
    if (hasBrowser) await under.start();
  }, startingMayTake);
  afterEach(async () => expect(await under.leave()).toEqual([]));
  afterAll(() => under.remove());
  return under;
};
