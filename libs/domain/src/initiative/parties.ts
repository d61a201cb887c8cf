import { refuse } from '@masar/contracts';
import type { Party } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { Initiative } from './state.js';

/** Refuses `initiative/unknown-party`: an entity or a partner nobody has registered. */
export const knownParty = ({ directory }: CommandContext, party: Party, path = 'party'): void => {
  if (!directory.knowsParty(party)) refuse('initiative/unknown-party', { party }, path);
};

/** Refuses `initiative/unknown-party` for an owner or an entity of a scope. */
export const knownEntity = ({ directory }: CommandContext, entity: string, path: string): void => {
  if (!directory.entity(entity)) refuse('initiative/unknown-party', { party: `entity:${entity}` }, path);
};

/** Entities that act in an initiative: parties of its milestones. */
export const entitiesActing = ({ milestones }: Pick<Initiative, 'milestones'>): readonly string[] =>
  Object.values(milestones).flatMap(({ party }) =>
    party?.startsWith('entity:') ? [party.slice('entity:'.length)] : [],
  );
