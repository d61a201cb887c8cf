import type { EventStore } from '@masar/event-store';

/** Whether a store holds the demonstration programme: its first story was begun by the person who begins it there. */
export const isDemonstration = async (store: EventStore): Promise<boolean> => {
  const { ministryProgramme } = await import('./stories/index.js');
  const opening = ministryProgramme.stories[0];
  const [begun] = opening ? await store.read(opening.stream, 0, 1) : [];
  return begun !== undefined && begun.actor === opening?.lines[0]?.[1];
};
