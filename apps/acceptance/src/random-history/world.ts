import type { LawPath } from '@masar/contracts';
import { listOf } from '../harness/shown.js';
import type { Target } from '../harness/target.js';
import type { DayOverride, OracleEntity, OracleRegistry } from '../oracle/oracle-registry.js';

export interface WorldEntity extends OracleEntity {
  readonly id: string;
  readonly jurisdiction: string;
}

const entity = (id: string, jurisdiction: string, zone: string): WorldEntity => ({
  id,
  jurisdiction,
  zone,
  calendar: jurisdiction,
});

/** Entities of three countries with three weekends and three zones. */
export const worldEntities: readonly WorldEntity[] = [
  entity('education', 'EG', 'Africa/Cairo'),
  entity('finance', 'EG', 'Africa/Cairo'),
  entity('land', 'EG', 'Africa/Cairo'),
  entity('energy', 'AE', 'Asia/Dubai'),
  entity('telecom', 'TN', 'Africa/Tunis'),
];

export const worldPartners = ['nile', 'delta'] as const;

export const worldParties: readonly string[] = [
  ...worldEntities.map(({ id }) => `entity:${id}`),
  'cabinet',
  'judiciary',
  'gazette',
  ...worldPartners.map((id) => `partner:${id}`),
];

/** One system in which many histories are played side by side under one clock. */
export interface World {
  readonly target: Target;
  readonly paths: readonly LawPath[];
  readonly holidays: ReadonlyMap<string, ReadonlySet<string>>;
  readonly overrides: DayOverride[];
}

/** The computed holidays of every year a calendar knows. */
const holidaysOf = async (target: Target, calendar: string): Promise<ReadonlySet<string>> => {
  const years = (await target.read(`/api/calendars/${calendar}/years?limit=500`)).body['items'];
  return new Set(listOf(years).flatMap((year) => listOf(year['computed']).map(String)));
};

/** Registers the entities and reads what the registry ships: computed holidays and law paths. */
export const openWorld = async (target: Target): Promise<World> => {
  for (const { id, jurisdiction, zone } of worldEntities) {
    const answer = await target.command('/api/entities', { id, name: { en: id }, jurisdiction, zone });
    if (answer.status >= 300 && answer.status !== 409) throw new Error(`entity ${id}: ${JSON.stringify(answer.body)}`);
  }
  for (const id of worldPartners) {
    const answer = await target.command('/api/partners', { id, name: { en: id } });
    if (answer.status >= 300 && answer.status !== 409) throw new Error(`partner ${id}: ${JSON.stringify(answer.body)}`);
  }
  const holidays = new Map<string, ReadonlySet<string>>();
  for (const id of new Set(worldEntities.map(({ calendar }) => calendar))) {
    holidays.set(id, await holidaysOf(target, id));
  }
  const paths: unknown = (await target.read('/api/law-paths?limit=500')).body['items'];
  return { target, holidays, paths: paths as readonly LawPath[], overrides: [] };
};

/** The registry as the oracle takes it, for one initiative. */
export const registryOf = (world: World, path: LawPath | undefined): OracleRegistry => ({
  defaultZone: 'Africa/Cairo',
  entities: new Map(worldEntities.map((one) => [one.id, one])),
  holidays: world.holidays,
  overrides: world.overrides,
  ...(path === undefined ? {} : { path }),
});
