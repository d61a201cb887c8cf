import type { EventStore } from '@masar/event-store';
import { isDemonstration } from './is-demonstration.js';
import type { Person } from './story.js';

/**
 * Who acted in the demonstration a store holds; nobody in any other. They have a name and no account: a second account would
 * take from the one administrator the roles by which somebody alone tries everything (definitions §11).
 */
export const peopleOfDemonstration = async (store: EventStore): Promise<readonly Person[]> => {
  if (!(await isDemonstration(store))) return [];
  return (await import('./people.js')).people;
};
