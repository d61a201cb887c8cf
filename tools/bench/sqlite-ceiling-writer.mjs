import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** The second ceiling's writer: WAL, FULL, everything that waits in one transaction, a SHA-256 chain, nothing else. */
const database = new DatabaseSync(workerData.path);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE commits (seq INTEGER PRIMARY KEY, stream TEXT, first INTEGER, text TEXT, hash TEXT, UNIQUE (stream, first))',
);
const insert = database.prepare('INSERT INTO commits (stream, first, text, hash) VALUES (?, ?, ?, ?)');
const versions = new Map();
let hash = '';

parentPort.on('message', (batch) => {
  database.exec('BEGIN IMMEDIATE');
  for (const { stream, text } of batch) {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    hash = createHash('sha256').update(hash).update(text).digest('hex');
    insert.run(stream, version, text, hash);
  }
  database.exec('COMMIT');
  parentPort.postMessage(batch.length);
});
