import type { Role } from '@masar/contracts';
import type { Subject } from '@masar/access';
import type { InitiativeState } from '@masar/domain';
import type { GivenCommand } from '../platform/command-bus.js';

const entityOf = (party: unknown): string | undefined =>
  typeof party === 'string' && party.startsWith('entity:') ? party.slice('entity:'.length) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a command is about, for the table of rights: owner, acting entities, members, and the entity a single record concerns. */
export const subjectOfInitiative = (state: InitiativeState, command: GivenCommand): Subject => {
  if (state.status === 'unregistered') {
    const owner = textOf(command['owner']);
    return owner === undefined ? {} : { owner };
  }
  const milestone = textOf(command['milestone']);
  const concerns =
    entityOf(command['party']) ??
    textOf(command['entity']) ??
    entityOf(milestone === undefined ? undefined : state.milestones[milestone]?.party);
  const entities = Object.values(state.milestones).flatMap(({ party }) => entityOf(party) ?? []);
  return {
    owner: state.owner,
    entities,
    members: state.members as Readonly<Record<string, Role>>,
    ...(concerns === undefined ? {} : { concerns }),
  };
};
