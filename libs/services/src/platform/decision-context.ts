import { localDateOf } from '@masar/calendar';
import { partnerOfParty, type Instant, type LocalDate, type Party, type StreamName } from '@masar/contracts';
import { speaksIn, type Actor, type Speaker, type Subject } from '@masar/access';
import type { BookedSpan, CommandContext, Initiative, KnownInitiative } from '@masar/domain';
import type { DirectoryService } from './directory-service.js';

/** A decision asked for something that has to be fetched first; the runner fetches it and decides again. */
export class OpenQuestion extends Error {
  constructor(
    readonly about: 'date' | 'ledger' | 'initiative' | 'people' | 'member',
    readonly reference: string = '',
    /** Of people: who is asked about, where not all of them are. */
    readonly users?: readonly string[],
  ) {
    super(`${about} ${reference}`);
    this.name = 'OpenQuestion';
  }
}

/** What has been fetched for one command so far. */
export interface Answers {
  readonly dates: Map<string, LocalDate | undefined>;
  ledger?: readonly BookedSpan[];
  readonly initiatives: Map<StreamName, KnownInitiative | undefined>;
  /** The people of a party that its initiative may let in, by roles and place. */
  readonly people: Map<Party, readonly Speaker[]>;
  /** Of members of the initiative, by party and user: what they are of that party; nothing where they are of another. */
  readonly ofParty: Map<string, readonly Speaker[]>;
  /** Whether a name may be a member's. */
  readonly members: Map<string, boolean>;
}

export const noAnswers = (): Answers => ({
  dates: new Map(),
  initiatives: new Map(),
  people: new Map(),
  ofParty: new Map(),
  members: new Map(),
});

const ask = (about: OpenQuestion['about'], reference: string, users?: readonly string[]): never => {
  throw new OpenQuestion(about, reference, users);
};

/** Of whose members and audience an initiative is, for the table of `access`. */
export type SeenAs = (initiative: Initiative) => Subject;

/**
 * Whether somebody of a party may contest in an initiative: by roles and place, whoever he is, or as one of its members. Who
 * those are is asked only where nobody else of the party may.
 */
const hasPeople =
  ({ people, ofParty }: Answers, seenAs: SeenAs) =>
  (party: Party, initiative: Initiative): boolean => {
    const kinds = people.get(party) ?? ask('people', party);
    const partner = partnerOfParty(party);
    const subject = { ...seenAs(initiative), ...(partner !== undefined && { partner }) };
    if (kinds.some((kind) => speaksIn({ ...kind, user: '' }, party, { ...subject, members: {} }))) return true;
    if (kinds.length === 0 || partner !== undefined) return false;
    const members = Object.keys(initiative.members);
    const unasked = members.filter((user) => !ofParty.has(`${party} ${user}`));
    if (unasked.length > 0) ask('people', party, unasked);
    const speaks = (user: string) =>
      ofParty.get(`${party} ${user}`)!.some((one) => speaksIn({ ...one, user }, party, subject));
    return members.some(speaks);
  };

/** Everything a decision may lean on; what is not at hand raises an `OpenQuestion` when it is asked for. */
export const contextOf = (
  actor: Actor,
  now: Instant,
  directory: DirectoryService,
  answers: Answers,
  fromSource: boolean,
  seenAs: SeenAs = () => ({}),
): CommandContext => {
  const known = directory.current();
  return {
    actor,
    now,
    today: localDateOf(now, known.zoneOf(actor.entity)),
    localDate: localDateOf,
    directory: known,
    dateOf: (reference) => {
      if (!answers.dates.has(reference)) throw new OpenQuestion('date', reference);
      return answers.dates.get(reference);
    },
    ledger: () => {
      if (answers.ledger === undefined) throw new OpenQuestion('ledger');
      return answers.ledger;
    },
    initiative: (stream) => {
      if (!answers.initiatives.has(stream)) throw new OpenQuestion('initiative', stream);
      return answers.initiatives.get(stream);
    },
    hasPeople: hasPeople(answers, seenAs),
    mayJoin: (user) => answers.members.get(user) ?? ask('member', user),
    ...(fromSource ? { fromSource } : {}),
  };
};
