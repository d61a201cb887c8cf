import type { ExportQuestion, Question } from '../queries/question.js';
import type { ExportPiece, Reader } from '../queries/reader.js';
import type { Caller } from './thread-calls.js';

/** What the rest of the process asks of a reader, wherever it runs. */
export interface ReaderCalls {
  /** JSON text in bytes. */
  ask(question: Question): Promise<Uint8Array>;
  openExport(question: ExportQuestion): Promise<{ readonly id: number; readonly mediaType: string }>;
  readExport(id: number): Promise<ExportPiece>;
  closeExport(id: number): Promise<void>;
}

export const readerHandlers = (reader: Reader) => ({
  ask: (question: Question) => reader.ask(question),
  openExport: (question: ExportQuestion) => reader.openExport(question),
  readExport: (id: number) => reader.readExport(id),
  closeExport: (id: number) => reader.closeExport(id),
});

export const callReader = (caller: Caller): ReaderCalls => ({
  ask: (question) => caller.call('ask', question),
  openExport: (question) => caller.call('openExport', question),
  readExport: (id) => caller.call('readExport', id),
  closeExport: (id) => caller.call('closeExport', id),
});
