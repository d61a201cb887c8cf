import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../harness/api-client.js';
import type { Answer } from '../harness/target.js';
import { nothingLike } from './ground.js';
import { parametersIn, type DescribedRoute, type DescribedSchema } from './described-routes.js';

/** What must not be found, and by whom. */
export interface Hunt {
  /** In every id, name, title and reason of what is hidden, and nowhere else. */
  readonly marker: string;
  /** As long as the marker: in its place there is nothing of the name. */
  readonly nothing: string;
  /** Ids of what is hidden, as they may stand in a path or a query. */
  readonly secrets: readonly string[];
  /** Ids that Masar made of what is hidden, digests too: the marker does not stand in them. */
  readonly made?: () => readonly string[];
  /** What the reader may know: values of the names in paths, each set tried with every route. */
  readonly known: readonly Readonly<Record<string, string>>[];
}

export interface Found {
  requests: number;
  /** Reads that answered something. */
  answered: number;
  /** Reads that showed what was hunted. */
  shown: number;
  readonly faults: string[];
}

type Filling = Readonly<Record<string, string>>;

const addressOf = (path: string, filling: Filling, query: Filling = {}): string => {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filling[name] ?? 'none'));
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? address : `${address}?${asked}`;
};

const textOf = ({ status, headers, body }: Answer): string => {
  const { date: _when, 'keep-alive': _how, ...kept } = headers;
  return JSON.stringify([status, Object.entries(kept).sort(), body]);
};

/** Opaque texts are looked into as well: a cursor may hold an id. */
const withDecoded = (text: string): string =>
  text +
  [...text.matchAll(/[A-Za-z0-9_-]{12,}/g)]
    .map(([word]) => Buffer.from(word, 'base64url').toString('latin1'))
    .join(' ');

/** What names the request, and the moment it was answered in. */
const echoes = /"(instance|requestId|correlationId|until)":"[^"]*"/g;

/** Values a query parameter of text may be given to ask for something by its id. */
const askedFor = (secret: string): readonly string[] => [
  secret,
  `entity:${secret}`,
  `partner:${secret}`,
  `projects/${secret}`,
  `projects/${secret}@1`,
  `commitments/${secret}@1`,
];

const atOnce = 8;
const isText = (schema: DescribedSchema): boolean => schema['type'] !== 'integer' && schema['type'] !== 'boolean';

/** Nobody waits long for what never comes. */
const asked = (name: string, value: string): Filling => ({
  [name]: value,
  ...(name === 'atLeast' ? { waitMs: '1' } : {}),
});

/** Reads everything the interface offers as one person, and says where what is hidden shows. */
export class Crawl {
  readonly found: Found = { requests: 0, answered: 0, shown: 0, faults: [] };

  constructor(
    private readonly api: ApiClient,
    private readonly hunt: Hunt,
    /** Only counted by whoever may see it: to know that there is something to find. */
    private readonly maySee = false,
  ) {}

  get #made(): readonly string[] {
    return this.hunt.made?.() ?? [];
  }

  /** Everything an address can be asked about that is hidden. */
  get #secrets(): readonly string[] {
    return [...this.hunt.secrets, ...this.#made];
  }

  async #read(address: string): Promise<Answer> {
    this.found.requests += 1;
    const answer = await this.api.send('GET', address, { headers: { 'accept-language': 'en' } });
    if (answer.status === 429) {
      // What is dear is given out slowly.
      await pause(1_000 * Number(answer.headers['retry-after'] ?? 1));
      return this.#read(address);
    }
    if (answer.status < 300) this.found.answered += 1;
    return answer;
  }

  /** An answer to a question in which nothing hidden is named. */
  async #innocent(address: string): Promise<Answer> {
    const answer = await this.#read(address);
    const text = withDecoded(textOf(answer)).toLowerCase();
    const seen = [this.hunt.marker, ...this.#made].find((name) => text.includes(name));
    if (seen === undefined) return answer;
    this.found.shown += 1;
    if (!this.maySee) this.found.faults.push(`${address} shows ${seen}: ${textOf(answer).slice(0, 600)}`);
    return answer;
  }

  /** The same question about what is hidden and about what is not there. */
  async #compared(address: string): Promise<void> {
    const { marker, nothing } = this.hunt;
    const blank = (answer: Answer) =>
      this.#made
        .flatMap((name) => [name, nothingLike(name)])
        .reduce((so, name) => so.replaceAll(name, '…'), textOf(answer).replaceAll(echoes, ''))
        .replaceAll(marker, '…')
        .replaceAll(nothing, '…');
    const twin = this.#made.reduce((so, name) => so.replaceAll(name, nothingLike(name)), address);
    const [hidden, missing] = [await this.#read(address), await this.#read(twin.replaceAll(marker, nothing))];
    if (blank(hidden) !== blank(missing))
      this.found.faults.push(`${address} differs from nothing:\n  ${blank(hidden)}\n  ${blank(missing)}`);
  }

  /** A list to its end, one item a page. */
  async #paged(route: DescribedRoute, filling: Filling): Promise<void> {
    let cursor: unknown;
    for (let page = 0; page < 40 && cursor !== null; page += 1) {
      const query: Filling = { limit: '1', ...(typeof cursor === 'string' ? { cursor } : {}) };
      const { status, body } = await this.#innocent(addressOf(route.path, filling, query));
      cursor = status < 300 ? (body['next'] ?? null) : null;
    }
  }

  /** Every read with what the reader knows. */
  async innocently(routes: readonly DescribedRoute[]): Promise<void> {
    for (const route of routes) {
      const fillings = parametersIn(route.path).length === 0 ? [{}] : this.hunt.known;
      for (const filling of fillings) {
        const { status } = await this.#innocent(addressOf(route.path, filling));
        if (status < 300 && route.query.some(({ name }) => name === 'cursor')) await this.#paged(route, filling);
      }
    }
  }

  /** Every read with ids of what is hidden in each place an id can stand in. The three kinds share their code: two are asked less. */
  async guessing(routes: readonly DescribedRoute[]): Promise<void> {
    const { known } = this.hunt;
    const secrets = this.#secrets;
    for (const route of routes) {
      const names = parametersIn(route.path);
      const isSameCode = route.kind !== undefined && route.kind !== 'projects';
      const singles = (isSameCode ? known.slice(0, 1) : known).flatMap((filling) =>
        names.flatMap((name) => secrets.map((secret) => ({ ...filling, [name]: secret }))),
      );
      const pairs =
        names.length < 2 || isSameCode ? [] : secrets.flatMap((one) => secrets.map((other) => [one, other]));
      const fillings = [
        ...singles,
        ...pairs.map((pair) => Object.fromEntries(names.map((name, at) => [name, pair[Math.min(at, 1)]!]))),
      ];
      await this.#side(fillings.map((filling) => () => this.#compared(addressOf(route.path, filling))));
    }
  }

  /** Every query parameter of text, by every way of writing an id; of what is not answered at all, once. */
  async searching(routes: readonly DescribedRoute[]): Promise<void> {
    const { known } = this.hunt;
    const secrets = this.#secrets;
    for (const route of routes.filter(({ query }) => query.length > 0))
      for (const filling of parametersIn(route.path).length === 0 ? [{}] : known) {
        const isAnswered = (await this.#innocent(addressOf(route.path, filling))).status < 300;
        const values = isAnswered ? secrets.flatMap(askedFor) : secrets.slice(0, 1);
        const texts = route.query.filter(({ name, schema }) => isText(schema) && name !== 'cursor');
        const questions = texts.flatMap(({ name }) => values.map((value) => asked(name, value)));
        await this.#side(questions.map((query) => () => this.#compared(addressOf(route.path, filling, query))));
      }
  }

  async #side(asks: readonly (() => Promise<void>)[]): Promise<void> {
    for (let at = 0; at < asks.length; at += atOnce) await Promise.all(asks.slice(at, at + atOnce).map((ask) => ask()));
  }
}
