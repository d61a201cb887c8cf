import { addDays, endOfDayInstant, localDateOf, startOfDayInstant } from '@masar/calendar';
import type { Instant, LocalDate } from '@masar/contracts';
import type { Actor } from '@masar/access';
import {
  digestOf,
  isBlocking,
  placeOfField,
  planImport,
  streamOf,
  type Fault,
  type ImportedInitiative,
  type ImportPlan,
  type KnownInitiative,
  type Profile,
  type ReadFile,
} from '@masar/import';
import { refusalFault } from './refusal-fault.js';
import type { ImportGateway, SourceHolder } from './import-gateway.js';
import { withImported } from './imported-directory.js';

/** A file that has been read, and what it is imported as. */
export interface ReadImport {
  readonly profile: Profile;
  readonly file: ReadFile;
  readonly asOf?: LocalDate;
  readonly digest: string;
  readonly actor: Actor;
}

/** The id of an import: of its bytes, its profile and its day; of our own table, of its person too, whose commands it gives. */
export const importId = (bytes: Uint8Array, profile: Profile, asOf: LocalDate | undefined, { user }: Actor): string =>
  digestOf(profile.name, asOf ?? '', ...(profile.decidedByPerson ? [user] : []), bytes);

/**
 * When a snapshot of `asOf` counts as known in a zone: noon of that day, so that it is within the day for readers of other zones
 * too. Today's snapshot is known when it is recorded: nothing may be known before what is known already.
 */
export const knownAtOf = (asOf: LocalDate, zone: string, now: Instant): Instant | undefined => {
  if (now < endOfDayInstant(asOf, zone)) return undefined;
  const [from, to] = [startOfDayInstant(asOf, zone), startOfDayInstant(addDays(asOf, 1), zone)];
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
};

const atOnce = 100;

const knownInitiatives = async (
  { profile, file, actor }: ReadImport,
  gateway: ImportGateway,
  sources: ReadonlyMap<string, SourceHolder>,
): Promise<ReadonlyMap<string, KnownInitiative>> => {
  const known = new Map<string, KnownInitiative>();
  const look = async (imported: ImportedInitiative): Promise<void> => {
    // A stream of that name without this source is somebody else's: registration is refused, never joined by name.
    const stream =
      sources.get(imported.source.id)?.stream ?? (profile.decidedByPerson ? streamOf(imported, undefined) : undefined);
    const held = stream && (await gateway.known(stream, actor, !profile.decidedByPerson));
    if (held) known.set(imported.source.id, held);
  };
  for (let from = 0; from < file.initiatives.length; from += atOnce)
    await Promise.all(file.initiatives.slice(from, from + atOnce).map(look));
  return known;
};

/** Rehearses every row on the state it will meet; a refusal is a fault of the row and column it comes from. */
const rehearse = async (read: ReadImport, plan: ImportPlan, gateway: ImportGateway): Promise<Fault[]> => {
  const { profile, file, digest, actor } = read;
  const directory = withImported(gateway.directory(), file.bodies, profile.path);
  const faults: Fault[] = [];
  for (const row of plan.rows) {
    if (row.steps.length === 0) continue;
    const meta = {
      actor,
      fromSource: !profile.decidedByPerson,
      key: `rehearsal/${digest}/${row.stream}`,
      correlationId: digest,
      ...(row.knownAt === undefined ? {} : { knownAt: row.knownAt }),
    };
    const commands = row.steps.map(({ command }) => command);
    const refused = await gateway.rehearse(row.stream, commands, meta, directory);
    if (!refused) continue;
    const step = row.steps[refused.place];
    const place = step ? placeOfField(step, refused.refusal.path) : { row: row.row, column: '', value: '' };
    faults.push(refusalFault(refused.refusal, place));
  }
  return faults;
};

/** Ids of a source that were known by the day of a snapshot: what came to be known later cannot have vanished from it. */
const knownBy = (sources: ReadonlyMap<string, SourceHolder>, asOf: LocalDate | undefined, zone: string): string[] =>
  [...sources].flatMap(([id, { knownSince }]) =>
    asOf === undefined || localDateOf(knownSince, zone) <= asOf ? [id] : [],
  );

/** What an import would do and what stands against it, judged on what is known at this moment; nothing is recorded. */
export const planned = async (read: ReadImport, gateway: ImportGateway): Promise<ImportPlan> => {
  const { profile, file, asOf, actor } = read;
  const directory = withImported(gateway.directory(), file.bodies, profile.path);
  const now = gateway.now();
  const sources = profile.decidedByPerson ? new Map<string, SourceHolder>() : await gateway.bySource(profile.system);
  const initiatives = await knownInitiatives(read, gateway, sources);
  const plan = planImport(
    file.initiatives,
    profile,
    {
      initiatives,
      sourceIds: knownBy(sources, asOf, profile.bodies.zone),
      today: localDateOf(now, directory.zoneOf(actor.entity)),
      // What a person says is known when it is said; a source's snapshot on its own day.
      ...(asOf === undefined || profile.decidedByPerson
        ? {}
        : { knownAt: (owner: string) => knownAtOf(asOf, directory.zoneOf(owner), now) }),
    },
    asOf,
  );
  if (plan.faults.some(isBlocking)) return plan;
  return { ...plan, faults: [...plan.faults, ...(await rehearse(read, plan, gateway))] };
};
