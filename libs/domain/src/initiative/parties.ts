import { entityOfParty, refuse } from '@masar/contracts';
import type { LocalDate, Party } from '@masar/contracts';
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

/**
 * Refuses `entity/succeeded` for an owner from a day on which another entity had taken its place; by its date the past is
 * entered as it was, and a source's own order stands.
 */
export const notSucceeded = (
  { directory, fromSource }: CommandContext,
  entity: string,
  day: LocalDate,
  path: string,
): void => {
  const succeeded = directory.entity(entity)?.succeeded;
  if (succeeded && succeeded.on <= day && !fromSource)
    refuse('entity/succeeded', { entity, by: succeeded.by, on: succeeded.on }, path);
};

/** Entities that act in an initiative: parties of its milestones. */
export const entitiesActing = ({ milestones }: Pick<Initiative, 'milestones'>): readonly string[] =>
  Object.values(milestones).flatMap(({ party }) => entityOfParty(party) ?? []);
