import type { Instant, LawPath, LocalDate, StreamName } from '@masar/contracts';
import type { ImportPlan, ImportedBody } from '@masar/import';
import type { GivenCommand } from '../platform/command-bus.js';
import type { PlannedPage } from './import-decider.js';

/** Commands that become one commit on one stream, under one key. */
export interface Unit {
  readonly row: number;
  readonly stream: StreamName;
  readonly key: string;
  readonly commands: readonly GivenCommand[];
  readonly knownAt?: Instant;
}

/** A profile's law path counts as known from the beginning, as shipped ones do (definitions §1): old snapshots are read on it. */
const fromTheBeginning: Instant = '1970-01-01T00:00:00.000Z';
const commandsAtMost = 200;
const rowsAPage = 100;
const commandsAPage = 1_000;

const registering = (bodies: readonly ImportedBody[], on: LocalDate, run: string): Unit[] =>
  bodies.map(({ id, ...body }) => ({
    row: 0,
    stream: `entities/${id}`,
    key: `import/${run}/entities/${id}`,
    commands: [{ type: 'RegisterEntity', on, ...body }],
  }));

const publishing = (path: LawPath | undefined, on: LocalDate, run: string): Unit[] =>
  path
    ? [
        {
          row: 0,
          stream: `law-paths/${path.jurisdiction}.${path.instrument}`,
          key: `import/${run}/law-paths/${path.jurisdiction}.${path.instrument}`,
          commands: [{ type: 'PublishLawPath', on, path }],
          knownAt: fromTheBeginning,
        },
      ]
    : [];

/**
 * Everything an import will do, in order: the registry first, then each initiative in commits of at most 200 commands. `run`
 * names this run of the import, so that a resend within it is answered once and the next run gives commands of its own.
 */
export const unitsOf = (
  plan: ImportPlan,
  registry: { readonly bodies: readonly ImportedBody[]; readonly path?: LawPath | undefined },
  on: LocalDate,
  run: string,
): readonly Unit[] => [
  ...registering(registry.bodies, on, run),
  ...publishing(registry.path, on, run),
  ...plan.rows.flatMap(({ row, stream, steps, knownAt }) => {
    const units: Unit[] = [];
    for (let from = 0; from < steps.length; from += commandsAtMost)
      units.push({
        row,
        stream,
        key: `import/${run}/${stream}/${units.length}`,
        commands: steps.slice(from, from + commandsAtMost).map(({ command }) => command),
        ...(knownAt === undefined ? {} : { knownAt }),
      });
    return units;
  }),
];

/** Units as pages of events. */
export const pagesOf = (units: readonly Unit[]): readonly PlannedPage[] => {
  const pages: PlannedPage[number][][] = [[]];
  let commands = 0;
  for (const { row, stream, key, knownAt, commands: given } of units) {
    if (pages.at(-1)!.length >= rowsAPage || commands >= commandsAPage) {
      pages.push([]);
      commands = 0;
    }
    commands += given.length;
    pages.at(-1)!.push({
      row,
      commands: given.map((command) => ({ stream, key, command: { ...command } })),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
  }
  return pages;
};

/** The units of recorded pages again: the same streams, keys and commands as planned. */
export const unitsOfPages = (pages: readonly PlannedPage[]): readonly Unit[] =>
  pages.flat().map(({ row, knownAt, commands }) => ({
    row,
    stream: commands[0]!.stream as StreamName,
    key: commands[0]!.key,
    commands: commands.map(({ command }) => command as unknown as GivenCommand),
    ...(knownAt === undefined ? {} : { knownAt }),
  }));
