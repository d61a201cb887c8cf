import type { FileFacts, ReadFile } from '@masar/import';

/** Reads a file by a profile away from the main thread. */
export interface Parser {
  read(bytes: Uint8Array, profile: string, facts: FileFacts): Promise<ReadFile>;
  close(): Promise<void>;
}
export interface ParseQuestion {
  readonly bytes: Uint8Array;
  readonly profile: string;
  readonly facts: FileFacts;
}
