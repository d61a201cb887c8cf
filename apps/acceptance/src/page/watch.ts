import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

const isOfInterface = (url: string): boolean => URL.canParse(url) && new URL(url).pathname.startsWith('/api/');

/** A refusal is an answer: the browser writes a line about each that no page can keep from being written. */
const isRefusal = (said: ConsoleMessage): boolean =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(said.text()) &&
  isOfInterface(said.location().url);

/** Writes down what a page must never do: complain, fail, or ask anybody but the house it came from. */
export class Watch {
  readonly #seen: string[] = [];
  #expected: RegExp[] = [];

  constructor(private readonly origin: () => string) {}

  /** What this test brings about itself, such as a server that is gone. */
  expect(...said: readonly RegExp[]): void {
    this.#expected.push(...said);
  }

  #note(line: string): void {
    this.#seen.push(line);
  }

  follow(context: BrowserContext): void {
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== this.origin()) this.#note(`asked ${url.href}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) this.#note(`${response.status()} of ${response.url()}`);
    });
    context.on('page', (page: Page) => {
      page.on('pageerror', (fault) => this.#note(`fault: ${fault.stack ?? fault.message}`));
      page.on('console', (said) => {
        if (['error', 'warning'].includes(said.type()) && !isRefusal(said))
          this.#note(`${said.type()}: ${said.text()} (${said.location().url})`);
      });
    });
  }

  /** What was seen and not expected since it was last asked. */
  take(): readonly string[] {
    const seen = this.#seen.splice(0).filter((line) => !this.#expected.some((expected) => expected.test(line)));
    this.#expected = [];
    return seen;
  }
}
