import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import type { ServerPatience } from './patience.js';

const defaults = {
  selectionMs: 5_000,
  connectMs: 5_000,
  answerMs: 20_000,
  queueMs: 5_000,
  majorityMs: 10_000,
  connections: 50,
} as const satisfies Required<ServerPatience>;

/** Each bound by the name that a MongoDB URL gives it. */
const bounds = {
  serverSelectionTimeoutMS: 'selectionMs',
  connectTimeoutMS: 'connectMs',
  socketTimeoutMS: 'answerMs',
  waitQueueTimeoutMS: 'queueMs',
  maxPoolSize: 'connections',
} as const satisfies Record<string, keyof ServerPatience>;

/**
 * How often the server is looked at while somebody waits `selectionMs` for one. A look that is asked for while another
 * connection closes would be given to a connection that is closing as well; the driver then waits for ever for its answer,
 * looks no more, and takes the server for away until the process ends (7.8 and 7.9, servers without streaming looks). A look
 * that is asked for sooner than `minHeartbeatFrequencyMS` after the one before waits that long first; with a longer time
 * than the usual one, every look begins by a timer, when what was closing is closed.
 */
const looksFor = (selectionMs: number) => ({
  heartbeatFrequencyMS: Math.ceil(selectionMs / 5),
  minHeartbeatFrequencyMS: Math.ceil((selectionMs * 2) / 5),
});

/** Names of the options a URL sets, in small letters, as the driver compares them. */
const saidBy = (url: string): ReadonlySet<string> => {
  const query = url.slice(url.indexOf('?') + 1);
  return new Set(url.includes('?') ? [...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()) : []);
};

const boundsFor = (url: string, patience: ServerPatience): ConnectOptions => {
  const said = saidBy(url);
  const isOurs = (name: string) => !said.has(name.toLowerCase());
  const waits = Object.entries(bounds)
    .filter(([name, ours]) => patience[ours] !== undefined || isOurs(name))
    .map(([name, ours]) => [name, patience[ours] ?? defaults[ours]]);
  const looks = Object.entries(looksFor(patience.selectionMs ?? defaults.selectionMs)).filter(([name]) => isOurs(name));
  return Object.fromEntries([...looks, ...waits]) as ConnectOptions;
};

/** The database a URL names; every store has to name one, since the driver's own default is `test`. */
export const databaseOf = (url: string): string => {
  const name = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1];
  if (name === undefined) throw new Error('a mongodb: URL names its database: mongodb://host:port/masar');
  return decodeURIComponent(name);
};

/**
 * Connects to a document server. Acknowledged means that a majority has it in its journal, and only what a majority has
 * is read, so that nothing that was read or answered is ever rolled back. Nothing waits for ever. Rejects with the
 * driver's fault when the server is not there.
 */
export const connectTo = async (url: string, patience: ServerPatience = {}): Promise<Connection> => {
  databaseOf(url);
  const connection = mongoose.createConnection(url, {
    ...boundsFor(url, patience),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    readPreference: 'primary',
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority', journal: true, wtimeout: patience.majorityMs ?? defaults.majorityMs },
  });
  try {
    return await connection.asPromise();
  } catch (fault) {
    await connection.close(true).catch(() => undefined);
    throw fault;
  }
};

/** Drops the database a URL names, for tests that made it. */
export const dropDatabase = async (url: string): Promise<void> => {
  const connection = await connectTo(url);
  try {
    await connection.dropDatabase();
  } finally {
    await connection.close();
  }
};
