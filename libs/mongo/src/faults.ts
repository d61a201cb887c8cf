import mongoose from 'mongoose';

const { MongoError, MongoInvalidArgumentError, MongoParseError } = mongoose.mongo;
const { MongooseServerSelectionError } = mongoose.Error;

/** A unique index refused a document. Nothing else of the fault is looked at: servers differ in how they word it. */
export const isDuplicateKey = (fault: unknown): boolean => (fault as { code?: unknown } | undefined)?.code === 11000;

/** A write to a connection whose other end has just gone comes as the socket's own fault, past the driver. */
const socketFaults = new Set(['EPIPE', 'ECONNRESET']);
const isSocketFault = (fault: unknown): boolean =>
  socketFaults.has((fault as { code?: string } | undefined)?.code ?? '');

/** The server is away, hangs, has no majority or could not store: the same may work later. A wrong call is none of these. */
export const isServerFault = (fault: unknown): fault is Error => {
  if (fault instanceof MongoInvalidArgumentError || fault instanceof MongoParseError) return false;
  return fault instanceof MongoError || fault instanceof MongooseServerSelectionError || isSocketFault(fault);
};

/** Hands on what `work` answers; a fault of the server as what `unavailable` makes of it. */
export const translating =
  (unavailable: (message: string, options: ErrorOptions) => Error) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      if (isServerFault(fault)) throw unavailable(fault.message, { cause: fault });
      throw fault;
    }
  };
