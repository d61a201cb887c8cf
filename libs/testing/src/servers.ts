import { randomUUID } from 'node:crypto';

/** A server that a run of tests shares, or why there is none (`url` absent). */
export interface ServerForTests {
  readonly url?: string;
  readonly how: string;
}

/** Servers are started by the tooling at the top of the repository, which is no package and has no types. */
const ask = async (server: string, exported: string): Promise<ServerForTests> => {
  const file = new URL(`../../../tools/servers/${server}.mjs`, import.meta.url);
  const module = (await import(file.href)) as Record<string, () => Promise<ServerForTests>>;
  return module[exported]!();
};

/**
 * The MongoDB of this run: the one `MONGO_URL` names, else a real one in a container where Docker answers, else the
 * stand-in where java and mvn are there, else none. One line on the error output says which.
 */
export const mongoForTests = (): Promise<ServerForTests> => ask('mongo-for-tests', 'mongoForTests');

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
