import { addDays, localDateOf } from '@masar/calendar';
import { Refusal, type Actor, type Instant, type LocalDate, type StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { CommandBus, GivenCommand } from '../platform/command-bus.js';
import { commandIdOf } from '../platform/command-identity.js';
import type { Person, Story } from './story.js';
import { dayAt, instantOf, told, type ToldLine } from './told-story.js';

export interface Demonstration {
  readonly people: readonly Person[];
  /** The first line of the first story tells, after a crash, which day the stories were counted from. */
  readonly stories: readonly Story[];
}

export interface DemonstrationHouse {
  readonly store: EventStore;
  readonly bus: CommandBus;
  /** Zone of whoever has none. */
  readonly zone: string;
  /** Told of a line that a rule refuses (some day's holidays may bring one about); absent: it is thrown. */
  readonly onUntold?: (fault: UntoldStory) => void;
  /** Sets the store's clock back to what it was. */
  readonly restoreClock: () => void;
}

/** Lines of one commit: the same stream, day and person, one after the other. */
interface Commit {
  readonly lines: readonly ToldLine[];
  readonly key: string;
}

const commitsOf = (lines: readonly ToldLine[]): Commit[] => {
  const commits: { lines: ToldLine[]; key: string }[] = [];
  for (const line of lines) {
    const last = commits.at(-1);
    const before = last?.lines.at(-1);
    const joins = before?.stream === line.stream && before.day === line.day && before.by === line.by;
    if (last && joins && line.label === undefined && before.label === undefined) last.lines.push(line);
    else commits.push({ lines: [line], key: `demonstration/${line.stream}/${line.place}` });
  }
  return commits;
};

/** A story that breaks a rule is a fault of ours, and says where. */
export class UntoldStory extends Error {
  constructor(line: ToldLine, refusal: Refusal) {
    super(
      `${line.stream}, line ${line.place + 1}, ${line.day}, ${line.command.type}: ${refusal.code} ${JSON.stringify(refusal.details)}`,
    );
    this.name = 'UntoldStory';
  }
}

const withVersions = (command: GivenCommand, versions: ReadonlyMap<string, number>, stream: StreamName): GivenCommand =>
  Object.fromEntries(
    Object.entries(command).map(([field, value]) => [
      field,
      typeof value === 'string' && value.startsWith('#') ? versions.get(`${stream}${value}`) : value,
    ]),
  ) as GivenCommand;

const first = ({ stories }: Demonstration): Story => stories[0]!;

/**
 * The day the stories are counted from: today for an empty store; for one whose loading was cut short the day it began from;
 * undefined where there is nothing to do: another store's work, or all told already.
 */
export const countedFrom = async (
  demonstration: Demonstration,
  { store, zone }: Pick<DemonstrationHouse, 'store' | 'zone'>,
): Promise<LocalDate | undefined> => {
  const today = localDateOf(store.now(), zone);
  if ((await store.streams('', undefined, 1)).length === 0) return today;
  const opening = first(demonstration);
  const [begun] = await store.read(opening.stream, 0, 1);
  const [offset, by] = opening.lines[0]!;
  if (begun?.actor !== by) return undefined;
  const day = localDateOf(begun.recordedAt, zone);
  // Several days lead to the same working day; any of them tells the same stories as long as the first line falls on it.
  const from = [0, 1, 2, 3]
    .map((later) => addDays(day, later - offset))
    .find((one) => dayAt(one, offset, opening.calendar) === day);
  if (from === undefined) return undefined;
  const last = commitsOf(told(demonstration.stories, from)).at(-1)!;
  const [line] = last.lines;
  return (await store.find(line!.stream, commandIdOf(line!.by, last.key))) ? undefined : from;
};

/** When the stories begin that are counted from a day. */
export const beginningOf = (demonstration: Demonstration, from: LocalDate): Instant => {
  const { lines, calendar } = first(demonstration);
  return instantOf(dayAt(from, lines[0]![0], calendar), 0);
};

/**
 * Tells the stories to an empty store, day after day, through the deciders: the store's clock runs from the first line's day to
 * yesterday, so that the past is recorded in the past. A loading that was cut short goes on where it stopped. Answers how many
 * commits were made. `counted`: the day they are counted from, where that was asked for before.
 */
export const loadDemonstration = async (
  demonstration: Demonstration,
  house: DemonstrationHouse,
  counted?: LocalDate,
): Promise<number> => {
  const from = counted ?? (await countedFrom(demonstration, house));
  if (from === undefined) return 0;
  const people = new Map<string, Actor>(demonstration.people.map(({ name: _, ...actor }) => [actor.user, actor]));
  const versions = new Map<string, number>();
  const commits = commitsOf(told(demonstration.stories, from));
  let day = '';
  let nth = 0;
  try {
    for (const { lines, key } of commits) {
      const [line] = lines as [ToldLine];
      nth = line.day === day ? nth + 1 : 0;
      day = line.day;
      house.store.setClock({ kind: 'fixed', at: instantOf(day, nth) });
      const actor = people.get(line.by) ?? { user: line.by, roles: [] };
      try {
        const version = await give(house.bus, lines, versions, { actor, key });
        if (line.label) versions.set(`${line.stream}#${line.label}`, version);
      } catch (fault) {
        if (!(fault instanceof UntoldStory) || !house.onUntold) throw fault;
        house.onUntold(fault);
      }
    }
  } finally {
    house.restoreClock();
  }
  return commits.length;
};

const give = async (
  bus: CommandBus,
  lines: readonly ToldLine[],
  versions: ReadonlyMap<string, number>,
  meta: { readonly actor: Actor; readonly key: string },
): Promise<number> => {
  const [line] = lines as [ToldLine];
  const commands = lines.map(({ command, stream }) => withVersions(command, versions, stream));
  const runner = bus.runnerOf(line.stream);
  try {
    if (commands.length === 1 || !runner.runTogether)
      return (await runner.run(line.stream, commands[0]!, meta)).version;
    return (await runner.runTogether(line.stream, commands, meta)).at(-1)!.version;
  } catch (fault) {
    if (fault instanceof Refusal) throw new UntoldStory(line, fault);
    throw fault;
  }
};
