import type { DatabaseSync } from 'node:sqlite';
import { CommitReader } from '../sqlite/commit-reader.js';
import { CommitWriter } from '../sqlite/commit-writer.js';
import { openTruthForReading, openTruthForWriting } from '../sqlite/truth-database.js';
import type { WriterReply, WriterRequest } from '../sqlite/writer-messages.js';
import { readImage, writeImage, type DiskImage } from './disk-image.js';

/** The store's own writer and reader over a real file, with a disk that can be cut off, put back and filled up. */
export class SimulatedStore {
  private database!: DatabaseSync;
  private readings!: DatabaseSync;
  private writer!: CommitWriter;
  reader!: CommitReader;

  constructor(readonly file: string) {
    this.open();
  }

  write(group: readonly WriterRequest[]): WriterReply {
    return this.writer.write(group);
  }

  /** Folds the log into the main file; the next commit starts the log anew. */
  checkpoint(): void {
    this.database.exec('PRAGMA wal_checkpoint(RESTART)');
  }

  /** No page more than there are, until `makeRoom`. */
  fillDisk(): void {
    const { page_count: pages } = this.database.prepare('PRAGMA page_count').get() as { page_count: number };
    this.database.exec(`PRAGMA max_page_count = ${pages}`);
  }

  makeRoom(): void {
    this.database.exec('PRAGMA max_page_count = 1000000');
  }

  image(): DiskImage {
    return readImage(this.file);
  }

  /** The process is gone; what it left on the disk is `image`; a new one opens it. */
  crash(image: DiskImage): void {
    this.close();
    writeImage(this.file, image);
    this.open();
  }

  close(): void {
    this.readings.close();
    this.database.close();
  }

  private open(): void {
    this.database = openTruthForWriting(this.file);
    // Checkpoints are steps of the simulation, so that each can be cut.
    this.database.exec('PRAGMA wal_autocheckpoint = 0');
    this.readings = openTruthForReading(this.file);
    this.writer = new CommitWriter(this.database, { kind: 'machine' });
    this.reader = new CommitReader(this.readings);
  }
}
