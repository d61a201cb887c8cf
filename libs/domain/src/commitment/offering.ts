import { entityOfParty, event, partnerOfParty, refuse, type DomainEvent } from '@masar/contracts';
import type { KnownInitiative } from '../command-context.js';
import { realDate } from '../guards.js';
import type { CommitmentCommand } from './commands.js';
import { happensNext, sideOf } from './guards.js';

type Offering = CommitmentCommand<'OfferCommitment'>;

/** The initiative it is for, which takes no more commitments once it has ended. */
const runningInitiative = ({ initiative, context }: Offering): KnownInitiative => {
  const known = context.initiative?.(initiative);
  if (!known) return refuse('commitment/unknown-initiative', { initiative }, 'initiative');
  if (context.fromSource) return known;
  if (known.status === 'draft') refuse('initiative/draft', {}, 'initiative');
  if (known.status !== 'open') refuse('initiative/closed', { status: known.status }, 'initiative');
  return known;
};

/** The milestone it feeds is open, and not one that is reached by entering a stage. */
const feedable = ({ milestone }: Offering, { milestones }: KnownInitiative): void => {
  if (milestone === undefined) return;
  const fed = Object.hasOwn(milestones, milestone) ? milestones[milestone] : undefined;
  if (!fed) return refuse('milestone/unknown', { milestone }, 'milestone');
  if (fed.stage !== undefined) refuse('milestone/bound-to-stage', { milestone, stage: fed.stage }, 'milestone');
  if (fed.isReached) refuse('milestone/already-reached', { milestone }, 'milestone');
  if (fed.isCancelled) refuse('milestone/cancelled', { milestone }, 'milestone');
};

/** A partner knows of no entity: it names a body anybody knows, or leaves government's side to the owner. */
const governmentParty = ({ with: party, context }: Offering): void => {
  if (entityOfParty(party) !== undefined && context.actor.partner !== undefined)
    refuse('initiative/unknown-party', { party }, 'with');
  if (party !== undefined && (partnerOfParty(party) !== undefined || !context.directory.knowsParty(party)))
    refuse('initiative/unknown-party', { party }, 'with');
};

/** Either side offers, in either direction; the other one answers. */
export const offer = (command: Offering): readonly DomainEvent[] => {
  const { on, partner, direction, title, initiative, milestone, dueOn, with: party, context } = command;
  happensNext(undefined, command);
  const offeredBy = sideOf(context, partner);
  const known = context.directory.partner(partner) ?? refuse('partner/unknown', { partner });
  if (known.isSuspended) refuse('partner/suspended', { partner });
  if (realDate(dueOn, 'dueOn') < on) refuse('date/out-of-order', { date: dueOn, notBefore: on }, 'dueOn');
  feedable(command, runningInitiative(command));
  governmentParty(command);
  return [
    event('commitment.offered.v1', {
      happenedOn: on,
      partner,
      direction,
      title,
      initiative,
      ...(milestone !== undefined && { milestone }),
      dueOn,
      ...(party !== undefined && { with: party }),
      offeredBy,
    }),
  ];
};
