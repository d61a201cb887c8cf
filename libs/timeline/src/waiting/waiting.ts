import { fromEpochDay, toEpochDay } from '@masar/calendar';
import { climbingWorkDays, type Bilingual, type InboxKind, type LocalDate, type StreamName } from '@masar/contracts';
import type { Fact } from '../collect/facts.js';
import type { Reading } from '../derive/reading-shapes.js';
import { ownerParty } from '../derive/reading.js';

/** Something that waits for a decision: what it is, since when, and what the table of rights asks about it. */
export interface Waiting {
  readonly what: InboxKind;
  /** Where it is recorded: the initiative's stream, or a commitment's. */
  readonly stream: StreamName;
  readonly record?: string;
  readonly milestone?: string;
  readonly entity?: string;
  readonly title?: Bilingual;
  readonly words?: string;
  readonly to?: string;
  readonly since: LocalDate;
  readonly days: number;
  readonly workingDays: number;
  readonly level: number;
  /** Version of the event it rests on. */
  readonly version: number;
  /** Who asked or reported, and in whose name. */
  readonly by?: string;
  readonly inNameOf?: string;
  /** The party it is about. */
  readonly concerns?: string;
  /** Set where it waits for this partner's people and for nobody of government. */
  readonly partner?: string;
}

type Said = Omit<Waiting, 'since' | 'days' | 'workingDays' | 'level' | 'version' | 'stream'> & {
  readonly stream?: StreamName;
};

/** How often what waits has climbed after so many working days. */
export const levelAfter = (workingDays: number): number =>
  climbingWorkDays.filter((limit) => workingDays > limit).length;

/**
 * What waits since a day. Its working days are those of whom it was put to, else of the initiative's owner: so long as nobody
 * there works, nothing climbs.
 */
export const waitingSince = (
  reading: Reading,
  { version }: Pick<Fact, 'version'>,
  since: number,
  said: Said,
): Waiting => {
  const { calendars, on } = reading;
  const asked = said.to?.startsWith('entity:') ? said.to : ownerParty(reading, on);
  const workingDays = Math.max(0, calendars.of(asked).between(since, on));
  return {
    stream: reading.facts.stream,
    ...said,
    version,
    since: fromEpochDay(since),
    days: Math.max(0, on - since),
    workingDays,
    level: levelAfter(workingDays),
  };
};

export const saidBy = ({ by, inNameOf }: Fact): Pick<Waiting, 'by' | 'inNameOf'> => ({
  by,
  ...(inNameOf !== undefined && { inNameOf }),
});

/** What waits since the business day of the fact that asked. */
export const waitingFor = (reading: Reading, fact: Fact, said: Said): Waiting =>
  waitingSince(reading, fact, toEpochDay(fact.on), { ...saidBy(fact), ...said });
