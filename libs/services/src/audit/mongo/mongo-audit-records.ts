import { connectTo, isDuplicateKey, translating, type ServerPatience } from '@masar/mongo';
import { AuditUnavailable, type AuditEntry, type AuditFilter, type AuditRecords } from '../audit-entry.js';

interface AuditDocument extends Omit<AuditEntry, 'id'> {
  readonly _id: string;
}

const usually: ServerPatience = { selectionMs: 3_000, answerMs: 5_000, connections: 3 };
const translated = translating(
  (message, options) => new AuditUnavailable(`the audit could not be reached: ${message}`, options),
);
const entryOf = ({ _id: id, ...entry }: AuditDocument): AuditEntry => ({ id, ...entry });

const wantedOf = ({ subject, since, until, ...same }: AuditFilter, before: string | undefined) => {
  const places = [
    ...(since === undefined ? [] : [{ _id: { $gte: since } }]),
    ...(until === undefined ? [] : [{ _id: { $lt: until } }]),
    ...(before === undefined ? [] : [{ _id: { $lt: before } }]),
    ...(subject === undefined ? [] : [{ subject: { $gte: subject, $lt: `${subject}\u{10ffff}` } }]),
  ];
  return { ...same, ...(places.length > 0 ? { $and: places } : {}) };
};

/** The audit of a cluster, beside its truth: every process adds its own lines. */
export const openMongoAuditRecords = async (url: string): Promise<AuditRecords> => {
  const connection = await translated(() => connectTo(url, usually));
  const audit = connection.db!.collection<AuditDocument>('audit');
  await translated(async () => {
    for (const field of ['user', 'subject', 'action', 'outcome']) await audit.createIndex({ [field]: 1, _id: 1 });
  });
  return {
    append: (entries) =>
      translated(async () => {
        const documents = entries.map(({ id, ...entry }) => ({ _id: id, ...entry }));
        // What came before and was not answered is there already.
        await audit.insertMany(documents, { ordered: false }).catch((fault: unknown) => {
          if (!isDuplicateKey(fault)) throw fault;
        });
      }),
    page: (filter, before, limit) =>
      translated(async () => {
        const found = audit.find(wantedOf(filter, before) as never).sort({ _id: -1 });
        return (await found.limit(limit).toArray()).map((one) => entryOf(one as AuditDocument));
      }),
    drop: (before) => translated(async () => (await audit.deleteMany({ _id: { $lt: before } })).deletedCount),
    close: () => connection.close(),
  };
};
