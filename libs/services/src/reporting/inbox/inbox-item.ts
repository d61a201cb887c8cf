import type { Subject } from '@masar/access';
import type { InboxItem } from '@masar/contracts';
import type { Waiting } from '@masar/timeline';
import { idOf } from '../projector/stream-document.js';
import { commandsOf } from './settled-by.js';

/** A thing that waits as readers get it. */
export const itemOf = (initiative: InboxItem['initiative'], { audience }: Subject, thing: Waiting): InboxItem => {
  const { what, stream, record, milestone, entity, title, words, to, by, since, days, workingDays, level } = thing;
  const about = [stream, what, milestone, entity, record].filter((part) => part !== undefined);
  return {
    id: about.join('/'),
    what,
    initiative,
    ...(audience !== 'portfolio' && { restricted: true as const }),
    ...(milestone !== undefined && { milestone }),
    ...(stream.startsWith('commitments/') && { commitment: idOf(stream) }),
    ...(entity !== undefined && { entity }),
    ...(record !== undefined && { record }),
    ...(title !== undefined && { title }),
    ...(words !== undefined && { words }),
    ...(by !== undefined && { by }),
    ...(to !== undefined && { to }),
    since,
    days,
    workingDays,
    level,
    because: [`${stream}@${thing.version}`],
    commands: commandsOf(thing),
  };
};
