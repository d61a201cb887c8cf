import { randomUUID } from 'node:crypto';
import { connectTo, isDuplicateKey, translating, untilSeen, type ServerPatience } from '@masar/mongo';
import {
  AccountsUnavailable,
  bookOf,
  type Account,
  type AccountBook,
  type AccountChange,
  type AccountRecords,
  type RenewableSession,
} from '../account.js';

interface AccountDocument extends Omit<Account, 'user'> {
  readonly _id: string;
}

interface SessionDocument extends Omit<RenewableSession, 'id'> {
  readonly _id: string;
}

interface RevokedDocument {
  readonly _id: string;
  readonly until: number;
}

/** Another text after every change, whoever made it. */
interface VersionDocument {
  readonly _id: string;
  readonly version: string;
}

/** How often the version is looked at, how often everything (a writer may die between a change and its version), and how long what was read is believed while the server is away: as long as other services believe the registry. */
const lookEveryMs = 400;
const readEveryMs = 10_000;
const believedForMs = 30_000;
const usually: ServerPatience = { selectionMs: 3_000, answerMs: 5_000, connections: 5 };

const translated = translating(
  (message, options) => new AccountsUnavailable(`the accounts could not be reached: ${message}`, options),
);

const sessionOf = ({ _id: id, ...session }: SessionDocument): RenewableSession => ({ id, ...session });

/** A change as one update: fields set, fields taken away, a line added. */
const updateOf = ({ set, line, addKey, dropKey, delegation }: AccountChange) => {
  const pushed = { ...(line ? { history: line } : {}), ...(addKey ? { keys: addKey } : {}) };
  const put = delegation ? [[`delegations.${delegation.id}`, delegation] as const] : [];
  const given = [...Object.entries(set), ...put].filter(([, value]) => value !== undefined);
  const kept = Object.fromEntries(given.filter(([, value]) => value !== null));
  const gone = Object.fromEntries(given.filter(([, value]) => value === null).map(([name]) => [name, '' as const]));
  return {
    ...(Object.keys(kept).length > 0 ? { $set: kept } : {}),
    ...(Object.keys(gone).length > 0 ? { $unset: gone } : {}),
    ...(Object.keys(pushed).length > 0 ? { $push: pushed } : {}),
    ...(dropKey === undefined ? {} : { $pull: { keys: { id: dropKey } } }),
  };
};

const accountOf = ({ _id: user, ...account }: AccountDocument): Account => ({ user, ...account });

/** Accounts beside the truth of a cluster, changed by several registries and the command line. */
class MongoAccountRecords implements AccountRecords {
  readonly #accounts;
  readonly #revoked;
  readonly #sessions;
  readonly #versions;
  #book: AccountBook = bookOf([], []);
  #version: string | undefined;
  /** When it was last known that the book is of `#version`, and when the book was read whole. */
  #lookedAt = -Infinity;
  #readAt = -Infinity;
  /** Looks and changes of this process one after the other: an older reading never covers a newer one. */
  #turn: Promise<unknown> = Promise.resolve();
  #nextLook: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly connection: Awaited<ReturnType<typeof connectTo>>) {
    const database = connection.db!;
    this.#accounts = database.collection<AccountDocument>('accounts');
    this.#sessions = database.collection<SessionDocument>('sessions');
    this.#revoked = database.collection<RevokedDocument>('revoked-sessions');
    this.#versions = database.collection<VersionDocument>('accounts-version');
  }

  /** What ends by itself is taken away at each change, and an account's own sessions are asked for by its name. */
  prepare(): Promise<void> {
    return translated(async () => {
      await this.#sessions.createIndexes([{ key: { user: 1 } }, { key: { until: 1 } }]);
      await this.#revoked.createIndex({ until: 1 });
    });
  }

  current(): AccountBook {
    if (performance.now() - this.#lookedAt > believedForMs)
      throw new AccountsUnavailable('the accounts could not be read for too long');
    return this.#book;
  }

  /** Looks from now on until it is closed; a look that fails is made up for by the next. */
  keepLooking(): void {
    if (this.#closed) return;
    const again = () => this.keepLooking();
    this.#timer = setTimeout(() => void this.refresh().then(again, again), lookEveryMs).unref();
  }

  /** A look under way may have begun before the change it is asked for: whoever asks meanwhile shares the next one. */
  refresh(): Promise<void> {
    this.#nextLook ??= this.#inTurn(() => {
      this.#nextLook = undefined;
      return this.#look();
    });
    return this.#nextLook;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(() => translated(work));
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** The version first: a change between the two readings brings another version, and another reading. */
  async #look(whole = false): Promise<void> {
    const startedAt = performance.now();
    const version = (await this.#versions.findOne({ _id: 'accounts' }))?.version;
    if (whole || version !== this.#version || startedAt - this.#readAt > readEveryMs) {
      const [accounts, revoked] = await Promise.all([
        this.#accounts.find().toArray(),
        this.#revoked.find({ until: { $gt: Date.now() } }).toArray(),
      ]);
      this.#book = bookOf(
        accounts.map(accountOf),
        revoked.map(({ _id }) => _id),
      );
      this.#version = version;
      this.#readAt = startedAt;
    }
    this.#lookedAt = startedAt;
  }

  /** A name that is taken is answered when it can be seen, since a unique index meets what a majority does not have yet. */
  add({ user, ...account }: Account): Promise<boolean> {
    return this.#inTurn(async () => {
      try {
        await this.#accounts.insertOne({ _id: user, ...account });
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
        if (!(await untilSeen(() => this.#accounts.findOne({ _id: user }))))
          throw new AccountsUnavailable(`the account ${user} is held by no majority`);
        await this.#look(true);
        return false;
      }
      await this.#changed();
      return true;
    });
  }

  change(user: string, change: AccountChange): Promise<boolean> {
    return this.#inTurn(async () => {
      const { link, factor } = change;
      const wanted = {
        _id: user,
        ...(link === undefined ? {} : { 'link.digest': link }),
        // Null is what a field that is not there equals.
        ...(factor === undefined ? {} : { 'secondFactor.stamp': factor }),
      };
      const { matchedCount } = await this.#accounts.updateOne(wanted, updateOf(change));
      if (matchedCount > 0) await this.#changed();
      return matchedCount > 0;
    });
  }

  replace({ user, ...account }: Account, lines: number): Promise<boolean> {
    return this.#inTurn(async () => {
      const wanted = { _id: user, [`history.${lines}`]: { $exists: false } };
      const { matchedCount } = await this.#accounts.replaceOne(wanted, account);
      if (matchedCount > 0) await this.#changed();
      return matchedCount > 0;
    });
  }

  revoke(session: string, until: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#revoked.deleteMany({ until: { $lte: Date.now() } });
      await this.#revoked.updateOne({ _id: session }, { $set: { until } }, { upsert: true });
      await this.#changed();
    });
  }

  begin({ id, ...session }: RenewableSession): Promise<void> {
    return translated(async () => {
      await this.#sessions.deleteMany({ until: { $lte: Date.now() } });
      await this.#sessions.insertOne({ _id: id, ...session });
    });
  }

  renew(id: string, digest: string, next: Pick<RenewableSession, 'digest' | 'usedAt' | 'until'>): Promise<boolean> {
    return translated(async () => {
      const { matchedCount } = await this.#sessions.updateOne({ _id: id, digest }, { $set: next });
      return matchedCount > 0;
    });
  }

  session(id: string): Promise<RenewableSession | undefined> {
    return translated(async () => {
      const found = await this.#sessions.findOne({ _id: id });
      return found ? sessionOf(found) : undefined;
    });
  }

  sessionsOf(user: string): Promise<readonly RenewableSession[]> {
    return translated(async () => {
      const found = await this.#sessions.find({ user, until: { $gt: Date.now() } }).toArray();
      return found.map(sessionOf).sort((a, b) => b.usedAt - a.usedAt);
    });
  }

  end(id: string): Promise<void> {
    return translated(async () => void (await this.#sessions.deleteOne({ _id: id })));
  }

  /** Tells the others, and reads what this process itself goes by. */
  async #changed(): Promise<void> {
    const next = { $set: { version: randomUUID() } };
    const tell = () => this.#versions.updateOne({ _id: 'accounts' }, next, { upsert: true });
    // Two that make the first version at once meet in its index; the second time it is there.
    await tell().catch((fault: unknown) => (isDuplicateKey(fault) ? tell() : Promise.reject(fault)));
    await this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#turn;
    await this.connection.close();
  }
}

/** Rejects with `AccountsUnavailable` when the server is not there. */
export const openMongoAccountRecords = async (url: string, patience = usually): Promise<AccountRecords> => {
  const connection = await translated(() => connectTo(url, patience));
  const records = new MongoAccountRecords(connection);
  try {
    await records.prepare();
    await records.refresh();
  } catch (fault) {
    await connection.close(true);
    throw fault;
  }
  records.keepLooking();
  return records;
};
