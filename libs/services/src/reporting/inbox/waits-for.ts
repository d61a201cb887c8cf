import { can, isAddressee, type Action, type Actor, type Subject } from '@masar/access';
import { entityOfParty } from '@masar/contracts';
import type { Waiting } from '@masar/timeline';
import { settledBy } from './settled-by.js';

/** What is put to somebody waits for that person or party alone, until it climbs; anything else for whoever may settle it. */
const isPutTo = ({ what }: Waiting): boolean => what === 'question' || what === 'blocker';

/** To whom a question without answer climbs, level by level: who answers for the initiative, then who watches over its team. */
const climbsTo: readonly Action[] = ['initiative.describe', 'initiative.appoint'];

/** What the table of rights is asked about: the initiative, and the one record that waits. */
export const subjectOf = (initiative: Subject, { concerns, by, inNameOf, to, partner }: Waiting): Subject => {
  const entity = entityOfParty(concerns ?? to);
  return {
    ...initiative,
    ...(entity !== undefined && { concerns: entity }),
    ...(by !== undefined && { askedBy: inNameOf === undefined ? [by] : [by, inNameOf] }),
    ...(to !== undefined && { addressedTo: to }),
    ...(partner !== undefined && { partner }),
  };
};

/** Whether a thing waits for the actor: what settles it is his by the table of rights, four eyes and audience included. */
export const waitsFor = (actor: Actor, thing: Waiting, initiative: Subject): boolean => {
  // What waits for one side of a commitment is nothing to the people of the other.
  if (thing.partner !== actor.partner) return false;
  const subject = subjectOf(initiative, thing);
  const may = (action: Action) => can(actor, action, subject).allowed;
  if (!isPutTo(thing)) return may(settledBy[thing.what].action);
  if ((actor.onlyAccount || isAddressee(actor, subject)) && may(settledBy[thing.what].action)) return true;
  return thing.what === 'question' && climbsTo.slice(0, thing.level).some(may);
};
