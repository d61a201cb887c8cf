import { readFileSync } from 'node:fs';

export type SaslMechanism = 'plain' | 'scram-sha-256' | 'scram-sha-512';

/** Everything a URL says about a broker. */
export interface BrokerAddress {
  readonly brokers: string[];
  readonly tls?: { readonly ca?: string[]; readonly cert?: string; readonly key?: string };
  readonly sasl?: { readonly mechanism: SaslMechanism; readonly username: string; readonly password: string };
  readonly clientId: string;
  /** Topics are `<prefix>.<context>`. */
  readonly prefix: string;
  /** Of every topic, for life. */
  readonly partitions: number;
  /** Copies of each record; absent: three, or as many as there are brokers. */
  readonly replication?: number;
}

const shape = /^kafka(\+ssl)?:\/\/(?:([^:@/?]*):([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/;
const mechanisms: readonly string[] = ['plain', 'scram-sha-256', 'scram-sha-512'];
const known = ['sasl', 'ca', 'cert', 'key', 'client', 'prefix', 'partitions', 'replication'];

const whole = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name);
  if (text === null) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new Error(`${name}=${text}: a whole number from 1 to 1000`);
  return number;
};

const tlsOf = (query: URLSearchParams): NonNullable<BrokerAddress['tls']> => {
  const read = (name: string) => (query.has(name) ? readFileSync(query.get(name)!, 'utf8') : undefined);
  const [ca, cert, key] = [read('ca'), read('cert'), read('key')];
  return { ...(ca && { ca: [ca] }), ...(cert && { cert }), ...(key && { key }) };
};

const saslOf = (user: string, password: string, query: URLSearchParams): NonNullable<BrokerAddress['sasl']> => {
  const mechanism = query.get('sasl') ?? 'scram-sha-512';
  if (!mechanisms.includes(mechanism)) throw new Error(`sasl=${mechanism}: one of ${mechanisms.join(', ')}`);
  return {
    mechanism: mechanism as SaslMechanism,
    username: decodeURIComponent(user),
    password: decodeURIComponent(password),
  };
};

/**
 * `kafka://host:port[,host:port…]` without, `kafka+ssl://[user:password@]host:port…` with TLS. Query: `sasl` (plain,
 * scram-sha-256, scram-sha-512 by default), `ca`, `cert`, `key` (PEM files), `client`, `prefix` (masar), `partitions`
 * (12), `replication`. A password is never sent in the clear and never told in a message. Throws on anything else.
 */
export const brokerAddress = (url: string): BrokerAddress => {
  const [, tls, user, password, hosts, search] = shape.exec(url) ?? [];
  if (hosts === undefined)
    throw new Error('a broker is named kafka://host:port or kafka+ssl://user:password@host:port');
  const query = new URLSearchParams(search);
  for (const name of query.keys())
    if (!known.includes(name)) throw new Error(`${name}: a broker's URL knows ${known.join(', ')}`);
  const secret = user !== undefined && user !== '';
  if (!tls && (secret || ['sasl', 'ca', 'cert', 'key'].some((name) => query.has(name))))
    throw new Error('users and certificates need kafka+ssl://');
  const replication = whole(query, 'replication');
  return {
    brokers: hosts.split(','),
    ...(tls && { tls: tlsOf(query) }),
    ...(secret && { sasl: saslOf(user, password ?? '', query) }),
    clientId: query.get('client') ?? 'masar',
    prefix: query.get('prefix') ?? 'masar',
    partitions: whole(query, 'partitions') ?? 12,
    ...(replication === undefined ? {} : { replication }),
  };
};
