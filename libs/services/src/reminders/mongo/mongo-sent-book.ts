import { connectTo, isDuplicateKey } from '@masar/mongo';
import { type Claimed, type Outcome, type SentBook } from '../sent-book.js';

interface LetterDocument {
  readonly _id: string;
  readonly state: string;
  readonly attempt: number;
  readonly at: number;
  readonly againAt?: number;
  readonly answer?: string;
}

/** Letters of a cluster: one document each, so that of several processes one claims it. */
class MongoSentBook implements SentBook {
  readonly #letters;

  constructor(private readonly connection: Awaited<ReturnType<typeof connectTo>>) {
    this.#letters = connection.db!.collection<LetterDocument>('letters');
  }

  async prepare(): Promise<void> {
    await this.#letters.createIndex({ at: 1 });
  }

  async forget(before: number): Promise<void> {
    await this.#letters.deleteMany({ at: { $lt: before } });
  }

  async claim(id: string, now: number): Promise<Claimed> {
    try {
      await this.#letters.insertOne({ _id: id, state: 'claimed', attempt: 1, at: now });
      return { attempt: 1 };
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
    }
    return this.#claimAgain(id, now);
  }

  /** Compare-and-set on the attempt: of two who take up a refused one, one does. */
  async #claimAgain(id: string, now: number): Promise<Claimed> {
    const known = await this.#letters.findOne({ _id: id });
    if (known?.state !== 'refused') return known ? 'over' : 'later';
    if (known.againAt === undefined || known.againAt > now) return 'later';
    const attempt = known.attempt + 1;
    const { matchedCount } = await this.#letters.updateOne(
      { _id: id, state: 'refused', attempt: known.attempt },
      { $set: { state: 'claimed', attempt, at: now } },
    );
    return matchedCount === 1 ? { attempt } : 'later';
  }

  async settle(id: string, outcome: Outcome, againAt?: number): Promise<void> {
    const state = outcome.state === 'refused' && againAt === undefined ? 'given-up' : outcome.state;
    const answer = 'answer' in outcome ? { answer: outcome.answer.slice(0, 500) } : {};
    if (state === 'unreached') return this.#release(id, answer);
    await this.#letters.updateOne(
      { _id: id },
      { $set: { state, ...answer, ...(againAt === undefined ? {} : { againAt }) } },
    );
  }

  /** As if it had not been claimed: whoever comes first may claim it again. */
  async #release(id: string, answer: object): Promise<void> {
    const asBefore = { $set: { state: 'refused', againAt: 0, ...answer }, $inc: { attempt: -1 } };
    await this.#letters.updateOne({ _id: id }, asBefore);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

/** Opens the letters beside the truth of a cluster. */
export const openMongoSentBook = async (url: string): Promise<SentBook> => {
  const connection = await connectTo(url, { selectionMs: 3_000, answerMs: 5_000, connections: 2 });
  const book = new MongoSentBook(connection);
  try {
    await book.prepare();
  } catch (fault) {
    await connection.close(true);
    throw fault;
  }
  return book;
};
