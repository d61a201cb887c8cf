import { connectTo, translating } from '@masar/mongo';
import mongoose, { type Connection, type Model, type mongo } from 'mongoose';
import { ReadModelsUnavailable } from '../faults.js';
import type { ReadModelsOptions } from '../reporting-store.js';

/** A declaration. `holds` is the collection the documents are in: a name that is declared again after a drop gets a new one. */
export interface DeclarationDocument {
  readonly _id: string;
  readonly spec: string;
  readonly holds: string;
}

/** Which version of a projection readers use. */
export interface PointerDocument {
  readonly _id: string;
  readonly collection: string;
}

/** An event that was delivered, as JSON text, in the epoch it was delivered in. */
export interface HistoryDocument {
  /** Its place, by which whoever knows it asks (`placeId`). */
  readonly _id: string;
  readonly epoch: string;
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
  readonly prevhash: string;
  readonly knownAt: string;
  readonly event: string;
  /** Which call wrote it. */
  readonly by: mongo.ObjectId;
}

/** A group of the history's readers. */
export interface GroupDocument {
  readonly _id: string;
  readonly offset: number;
  readonly epoch?: string;
}

/** Which epoch the history tells at present. */
export interface EpochDocument {
  readonly _id: string;
  readonly epoch: string;
}

const { Schema } = mongoose;
const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const plain = (collection: string) => ({ collection, versionKey: false }) as const;

const schemas = {
  declarations: new Schema({ _id: text, spec: text, holds: text }, plain('read-models')),
  pointers: new Schema({ _id: text, collection: text }, { ...plain('pointers'), suppressReservedKeysWarning: true }),
  history: new Schema(
    {
      ...{ _id: text, epoch: String, stream: text, version: number, hash: text, prevhash: text, knownAt: text },
      ...{ event: text, by: Schema.Types.ObjectId },
    },
    plain('history'),
  ).index({ epoch: 1, stream: 1, version: 1 }, { unique: true }),
  groups: new Schema({ _id: text, offset: number, epoch: String }, plain('history-groups')),
  epochs: new Schema({ _id: text, epoch: text }, plain('history-epoch')),
};

/** Documents and history on one server. */
export interface ViewsServer {
  readonly connection: Connection;
  readonly declarations: Model<DeclarationDocument>;
  readonly pointers: Model<PointerDocument>;
  readonly history: Model<HistoryDocument>;
  readonly groups: Model<GroupDocument>;
  readonly epochs: Model<EpochDocument>;
  /** Runs a question; a server that is away rejects with `ReadModelsUnavailable`. */
  ask<T>(work: () => Promise<T>): Promise<T>;
  /** As `ask`, for what changes something. */
  change<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const translated = translating(
  (message, options) => new ReadModelsUnavailable(`the read models could not be reached: ${message}`, options),
);

const forReadingOnly = () => Promise.reject<never>(new Error('these read models were opened for reading only'));

/** Connects, and makes the indexes that are missing (not when only reading). */
export const openViewsServer = async (
  url: string,
  { readOnly = false, patience }: ReadModelsOptions,
): Promise<ViewsServer> => {
  const connection = await translated(() => connectTo(url, patience));
  const model = <T>(name: keyof typeof schemas): Model<T> => connection.model<T>(name, schemas[name] as never);
  const history = model<HistoryDocument>('history');
  try {
    if (!readOnly) await translated(() => history.createIndexes());
  } catch (fault) {
    await connection.close(true);
    throw fault;
  }
  return {
    connection,
    declarations: model('declarations'),
    pointers: model('pointers'),
    history,
    groups: model('groups'),
    epochs: model('epochs'),
    ask: translated,
    change: readOnly ? forReadingOnly : translated,
    close: () => connection.close(),
  };
};
