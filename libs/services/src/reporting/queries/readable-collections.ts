import { initiativeKinds, type StreamName } from '@masar/contracts';
import { can, reachesEvery, type Action, type Actor } from '@masar/access';

/** By what right streams of a collection are read event by event; of an initiative, and of a commitment for one, it also depends on which one. */
const rights: Readonly<Record<string, Action>> = {
  ...Object.fromEntries(initiativeKinds.map((kind) => [kind, 'initiative.read-events' as const])),
  entities: 'entity.read',
  calendars: 'calendar.read',
  'law-paths': 'law-path.read',
  imports: 'import.read',
  partners: 'partner.read',
  commitments: 'commitment.read',
};

/** Whether a reader may be given events of a stream as far as its collection goes; of one that nothing is said of, nobody but the only account. */
export const mayRead = (reader: Actor | undefined, stream: StreamName): boolean => {
  if (!reader || reader.onlyAccount) return true;
  const right = rights[stream.slice(0, stream.indexOf('/'))];
  // Whose an import is does not show in its name: the own ones are read where they are listed.
  if (right === 'import.read') return reachesEvery(reader, right);
  return right !== undefined && can(reader, right, {}).allowed;
};
