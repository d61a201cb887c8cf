import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connectTo } from '@masar/mongo';
import mongoose from 'mongoose';

/**
 * Leaves bytes in GridFS as two processes leave them that are killed: one before the record of a file was written, one before
 * all of its bytes were. Answers whether any of them are there.
 */
export const leaveStrayBytes = async (url: string, at: number): Promise<() => Promise<boolean>> => {
  const bucketName = 'file-bytes';
  const { ObjectId } = mongoose.mongo;
  const [whole, half] = [0, 1].map(() => new ObjectId(ObjectId.generate(Math.floor(at / 1_000))));
  const connected = async <T>(work: (database: NonNullable<mongoose.Connection['db']>) => Promise<T>): Promise<T> => {
    const connection = await connectTo(url);
    try {
      return await work(connection.db!);
    } finally {
      await connection.close();
    }
  };
  await connected(async (database) => {
    const bucket = new mongoose.mongo.GridFSBucket(database as never, { bucketName });
    await pipeline(Readable.from([Buffer.from('stray')]), bucket.openUploadStreamWithId(whole!, 'f'.repeat(64)));
    await database.collection(`${bucketName}.chunks`).insertOne({ files_id: half!, n: 0, data: Buffer.from('half') });
  });
  return () =>
    connected(async (database) => {
      const files = await database.collection(`${bucketName}.files`).countDocuments({ _id: whole! });
      const chunks = await database
        .collection(`${bucketName}.chunks`)
        .countDocuments({ files_id: { $in: [whole!, half!] } });
      return files + chunks > 0;
    });
};
