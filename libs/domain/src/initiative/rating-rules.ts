import { event, isOwnEntity, principalOf, refuse, type RatingVoice } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { realDate } from '../guards.js';
import { find } from './by-id.js';
import { happened, whileOpen } from './guards.js';
import type { Rules } from './kind-rules.js';
import { entitiesActing } from './parties.js';
import type { Initiative } from './state.js';

const isOfTeam = (role: string | undefined): boolean => role === 'member' || role === 'lead';

/**
 * Whose voice a rating is (definitions §5, §11). What somebody was made in this initiative goes before what he is elsewhere;
 * who works in it speaks for the team, whatever else he is; only who was appointed here, and does not work here, is
 * independent. Undefined: he has no voice here.
 */
export const voiceOf = (initiative: Initiative, { actor }: CommandContext): RatingVoice | undefined => {
  const given = find(initiative.members, principalOf(actor));
  const isOwn = isOwnEntity(actor, initiative.owner);
  const worksHere = isOwn || entitiesActing(initiative).some((entity) => isOwnEntity(actor, entity));
  if (isOfTeam(given)) return 'team';
  // Nobody who works here lends his hand to a judge.
  if (isOfTeam(find(initiative.members, actor.user))) return undefined;
  if (given === 'independent') return worksHere ? undefined : 'independent';
  if (given === 'reviewer') return isOwn ? undefined : 'reviewer';
  if (actor.onlyAccount) return 'team';
  if (worksHere && (actor.roles.includes('member') || actor.roles.includes('lead'))) return 'team';
  return actor.roles.includes('reviewer') && !isOwn ? 'reviewer' : undefined;
};

const isTaken = ({ facts }: Initiative, rating: string): boolean =>
  facts.some((fact) => fact.type === 'rating.given.v1' && fact.data.rating === rating);

/** Delivery confidence: three voices side by side, each saying its own. */
export const ratingRules: Rules = {
  GiveRating: whileOpen((initiative, command) => {
    const { on, rating, colour, note, backToGreen, context } = command;
    happened(initiative, command);
    if (isTaken(initiative, rating)) refuse('rating/exists', { rating }, 'id');
    const voice = voiceOf(initiative, context) ?? refuse('rating/not-appointed', { user: context.actor.user });
    if (backToGreen !== undefined) {
      if (colour === 'green') refuse('rating/green-already', {}, 'backToGreen');
      if (realDate(backToGreen, 'backToGreen') < on)
        refuse('date/out-of-order', { date: backToGreen, notBefore: on }, 'backToGreen');
    }
    const said = { ...(note && { note }), ...(backToGreen && { backToGreen }) };
    return [event('rating.given.v1', { happenedOn: on, rating, voice, colour, ...said })];
  }),
};
