import mongoose, { type mongo } from 'mongoose';
import { hashOf, rehashed, textAfter } from '../recorded-text.js';

interface Commit {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly commandId: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly hashes: string;
  readonly texts: string;
  readonly pending?: string;
}

/** Lays hands on the truth of a running cluster, behind the back of its services. */
export class TruthOnServer {
  private readonly client: mongo.MongoClient;

  constructor(url: string) {
    this.client = new mongoose.mongo.MongoClient(url);
  }

  private get commits(): mongo.Collection<Commit> {
    return this.client.db().collection<Commit>('commits');
  }

  private of(stream: string): Promise<readonly mongo.WithId<Commit>[]> {
    return this.commits.find({ stream }).sort({ first: 1 }).toArray();
  }

  /** Appends one event with a right hash chain whatever its data say, marked for the topics as any other. */
  async append(stream: string, type: string, data: Record<string, unknown>): Promise<void> {
    const last = (await this.of(stream)).at(-1);
    if (!last) throw new Error(`${stream} is not there`);
    const { text, version, commandId } = textAfter(last, type, data);
    const { recordedAt, knownAt } = last;
    const pending = `${recordedAt} ${String(version).padStart(12, '0')}`;
    const place = { stream, first: version, last: version, commandId, recordedAt, knownAt };
    await this.commits.insertOne({ ...place, hashes: hashOf(text), texts: text, pending });
  }

  /** Changes words and writes every hash of the stream anew. Nothing is marked: the services notice nothing. */
  async rehash(stream: string, from: string, to: string): Promise<void> {
    const commits = await this.of(stream);
    const written = rehashed(
      commits.map(({ texts }) => texts),
      (text) => text.replaceAll(from, to),
    );
    for (const [index, set] of written.entries())
      await this.commits.updateOne({ _id: commits[index]!._id }, { $set: set });
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
