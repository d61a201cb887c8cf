import { randomUUID } from 'node:crypto';

/** Servers are tools, not packages: they are loaded by where they lie, and only by who asks for one. */
const tool = (file: string): Promise<unknown> =>
  import(new URL(`../../../tools/servers/${file}`, import.meta.url).href);

/**
 * The MongoDB this run of tests shares: the one `MONGO_URL` names, else a real one in a container where Docker answers, else
 * the stand-in where java and mvn are there, else none (`url` absent). One line on the error output says which.
 */
export const mongoForTests = async (): Promise<{ readonly url?: string; readonly how: string }> => {
  const loaded = (await tool('mongo-for-tests.mjs')) as { mongoForTests(): Promise<{ url?: string; how: string }> };
  return loaded.mongoForTests();
};

/** A stand-in of a test's own, which it may kill and start again over the same file. */
export interface OwnMongo {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Whether `ownMongo` can start one here; says so in one line when it cannot. */
export const canOwnMongo = async (): Promise<boolean> => {
  const { hasJava } = (await tool('java.mjs')) as { hasJava(): boolean };
  if (hasJava()) return true;
  process.stderr.write(
    '\n>>> No java 17 with mvn: TESTS THAT KILL AND START A DOCUMENT SERVER OF THEIR OWN ARE SKIPPED\n',
  );
  return false;
};

/** Over a file every write is committed before it is answered; `port` and `file` of an earlier one: it starts again. */
export const ownMongo = async (options: { readonly port?: number; readonly file?: string } = {}): Promise<OwnMongo> => {
  const { startStandIn } = (await tool('mongo/stand-in.mjs')) as {
    startStandIn(given: typeof options): Promise<Omit<OwnMongo, 'port'>>;
  };
  const started = await startStandIn(options);
  return { ...started, port: Number(/:(\d+)\//.exec(started.url)![1]) };
};

/** The same server with a database of its own, so that suites on one server do not meet: `mongodb://host/masar-…?…`. */
export const databaseOfItsOwn = (url: string): string => {
  const [, server, held, query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?([^?]*)(\?.*)?$/.exec(url) ?? [];
  if (server === undefined) throw new Error(`${url} is no MongoDB URL`);
  // Users are looked up in the database a URL names, unless it says where: that must stay as it was.
  const looksUp = server.includes('@') && !query.includes('authSource=');
  const source = looksUp ? `${query === '' ? '?' : '&'}authSource=${held === '' ? 'admin' : held}` : '';
  return `${server}/masar-${randomUUID().slice(0, 13)}${query}${source}`;
};

/** Where a URL that names one host leads; undefined for several hosts or a DNS list, which no single wire reaches. */
export const oneHostOf = (url: string): { readonly host: string; readonly port: number } | undefined => {
  const [, host, port = '27017'] = /^mongodb:\/\/(?:[^@/]*@)?([^:,/?]+)(?::(\d+))?(?:[/?]|$)/.exec(url) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
};

/** The same URL over a wire on this machine, spoken to alone, whatever set it is a member of. */
export const overWire = (url: string, port: number): string => {
  const moved = url.replace(/^(mongodb:\/\/(?:[^@/]*@)?)[^/?]+/, (_, scheme: string) => `${scheme}127.0.0.1:${port}`);
  if (moved.includes('directConnection=')) return moved;
  return `${moved}${moved.includes('?') ? '&' : '?'}directConnection=true`;
};
