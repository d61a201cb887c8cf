import { entityOfParty, isOfEntity, type Actor, type Party, type Place, type Role } from '@masar/contracts';
import { can } from './can.js';
import type { Reach } from './reach.js';
import { memberRole } from './seeing.js';
import type { Subject } from './subject.js';
import { reachOf } from './table.js';

/** Somebody with roles and a place, as far as it matters whose voice he is. */
export interface Speaker extends Place {
  readonly roles: readonly Role[];
}

const raises = (roles: readonly Role[], reach: Reach): boolean =>
  roles.some((role) => reachOf('contest.raise', role) === reach);

/**
 * Whether somebody contests for a party as for the own one: people of the entity by roles that speak for it, people of the
 * partner. A reviewer is no voice of the entity he comes from: he contests for any body that has none.
 */
export const speaksFor = ({ roles, ...place }: Speaker, party: Party): boolean => {
  const entity = entityOfParty(party);
  if (entity !== undefined) return isOfEntity(place, entity) && raises(roles, 'concerned');
  return place.partner !== undefined && party === `partner:${place.partner}` && raises(roles, 'partner');
};

/**
 * Whether somebody speaks for a party in one initiative: a voice of it, by the own roles or as a member there, whom the table
 * lets contest there. What `subject` says of a partner is taken as it is: that one has a commitment for the initiative.
 */
export const speaksIn = (actor: Actor, party: Party, subject: Subject): boolean => {
  const given = memberRole(actor, subject);
  const roles = given === undefined ? actor.roles : [...actor.roles, given];
  const concerns = entityOfParty(party);
  const about = { ...subject, ...(concerns !== undefined && { concerns }) };
  return speaksFor({ ...actor, roles }, party) && can(actor, 'contest.raise', about).allowed;
};
