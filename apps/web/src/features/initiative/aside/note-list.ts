import type { EventData } from '@masar/contracts';
import type { TrailEvent } from '../trail/events.js';

export interface Note extends EventData<'note.added.v1'> {
  readonly by: string;
  readonly version: number;
}
export interface Thread extends Note {
  readonly given: readonly Note[];
}

/** Notes and questions newest first, each question with its answers beneath it, as far as they were known. */
export const threadsOf = (events: readonly TrailEvent[]): readonly Thread[] => {
  const notes = events.flatMap((event): Note[] =>
    event.type === 'note.added.v1' ? [{ ...event.data, by: event.actor, version: event.version }] : [],
  );
  return notes
    .filter(({ answers }) => answers === undefined)
    .map((note) => ({ ...note, given: notes.filter(({ answers }) => answers === note.note) }))
    .reverse();
};
