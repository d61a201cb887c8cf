import { calendarOfJurisdiction, isZone, shippedCalendar } from '@masar/calendar';
import { event, Refusal, type Bilingual, type DomainEvent } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { Decider } from '@masar/event-store';
import { zoneOfJurisdiction } from './jurisdiction-zones.js';
import { requireStatedDay, type RegistryCommand } from './registry-command.js';

export interface RegisterEntity extends RegistryCommand {
  readonly type: 'RegisterEntity';
  readonly name: Bilingual;
  readonly jurisdiction: string;
  /** Default: the jurisdiction's, else that of the house. */
  readonly zone?: string;
  /** Default: the jurisdiction's, else the general one. */
  readonly calendar?: string;
  readonly parent?: string;
  readonly sector?: string;
  readonly source?: { readonly system: string; readonly id: string };
}

export interface SucceedEntity extends RegistryCommand {
  readonly type: 'SucceedEntity';
  readonly by: string;
}

export type EntityCommand = RegisterEntity | SucceedEntity;

/** A stream `entities/<id>`. */
export type EntityState =
  | { readonly status: 'unregistered' }
  | { readonly status: 'registered'; readonly id: string }
  | { readonly status: 'succeeded'; readonly id: string; readonly by: string };

const register = (state: EntityState, command: RegisterEntity): readonly DomainEvent[] => {
  if (state.status !== 'unregistered') throw new Refusal('entity/exists', { entity: state.id });
  requireStatedDay(command);
  const { on, name, jurisdiction, parent, sector, source, context } = command;
  const zone = command.zone ?? zoneOfJurisdiction(jurisdiction, context.directory.zoneOf(undefined));
  const calendar = command.calendar ?? calendarOfJurisdiction(jurisdiction);
  if (!isZone(zone)) throw new Refusal('entity/unknown-zone', { zone }, 'zone');
  if (!shippedCalendar(calendar)) throw new Refusal('entity/unknown-calendar', { calendar }, 'calendar');
  if (parent !== undefined && !context.directory.entity(parent)) {
    throw new Refusal('entity/unknown', { entity: parent }, 'parent');
  }
  return [
    event('entity.registered.v1', {
      happenedOn: on,
      name,
      jurisdiction,
      zone,
      calendar,
      ...(parent !== undefined && { parent }),
      ...(sector !== undefined && { sector }),
      ...(source && { source }),
    }),
  ];
};

/** Whether following successors from `from` leads to `entity`. */
const leadsTo = (directory: Directory, from: string, entity: string): boolean => {
  const passed = new Set<string>();
  for (
    let id: string | undefined = from;
    id !== undefined && !passed.has(id);
    id = directory.entity(id)?.succeeded?.by
  ) {
    if (id === entity) return true;
    passed.add(id);
  }
  return false;
};

/** An entity has one successor; two may not succeed each other, in whatever order history is entered. */
const succeed = (state: EntityState, command: SucceedEntity): readonly DomainEvent[] => {
  if (state.status === 'unregistered') throw new Refusal('stream/not-found');
  if (state.status === 'succeeded') throw new Refusal('entity/succeeded', { entity: state.id, by: state.by });
  requireStatedDay(command);
  const { by, on, context } = command;
  if (!context.directory.entity(by)) throw new Refusal('entity/unknown', { entity: by }, 'by');
  if (leadsTo(context.directory, by, state.id)) {
    throw new Refusal('command/invalid', { entity: state.id, by, fault: 'succeeds-itself' }, 'by');
  }
  return [event('entity.succeeded.v1', { happenedOn: on, by })];
};

/** Entities: registered once, succeeded at most once; their calendar and zone stay as registered. */
export const entityDecider: Decider<EntityState, EntityCommand> = {
  name: 'entity',
  version: 1,
  initial: { status: 'unregistered' },
  evolve: (state, recorded) => {
    const id = recorded.stream.slice('entities/'.length);
    if (recorded.type === 'entity.registered.v1') return { status: 'registered', id };
    if (recorded.type === 'entity.succeeded.v1') return { status: 'succeeded', id, by: String(recorded.data.by) };
    return state;
  },
  decide: (state, command) => (command.type === 'RegisterEntity' ? register(state, command) : succeed(state, command)),
};
