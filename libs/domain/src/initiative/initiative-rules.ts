import { constitutionalParties, event, isOfEntity, principalOf, refuse, sameValue } from '@masar/contracts';
import type { DomainEvent } from '@masar/contracts';
import { notBefore, notInFuture } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { alsoInDraft, happened, notOfParty, whileOpen } from './guards.js';
import type { KindRules, Rules } from './kind-rules.js';
import { isOpen, isReached } from './milestone-state.js';
import { knownEntity, notSucceeded } from './parties.js';
import type { Initiative } from './state.js';

type Register = InitiativeCommand<'RegisterInitiative'>;

/**
 * The first event of an initiative. A stated start may lie in the future only when a source planned it so. A lead who
 * registers for the own entity becomes the initiative's lead in the same commit (definitions §11).
 */
export const register = (command: Register, kind: KindRules): readonly DomainEvent[] => {
  const { on, title, owner, startedOn, initiativeType, draft, audience, partnerTitle, source, context } = command;
  const { actor, fromSource } = context;
  notInFuture(command, on, 'on');
  if (startedOn !== undefined && !fromSource) notInFuture(command, startedOn, 'startedOn');
  knownEntity(context, owner, 'owner');
  notSucceeded(context, owner, startedOn ?? on, 'owner');
  const registered = event('initiative.registered.v1', {
    happenedOn: on,
    kind: kind.kind,
    title,
    owner,
    draft: draft ?? false,
    audience: audience ?? 'portfolio',
    ...(startedOn && { startedOn }),
    ...(initiativeType && { type: initiativeType }),
    ...(partnerTitle && { partnerTitle }),
    ...(source && { source }),
    ...kind.registering?.(command),
  });
  const leads = actor.roles.includes('lead') && isOfEntity(actor, owner) && !fromSource;
  return leads
    ? [registered, event('initiative.member-added.v1', { happenedOn: on, user: principalOf(actor), role: 'lead' })]
    : [registered];
};

/** Key milestones nobody has reached or cancelled. */
const openKeyMilestones = ({ milestones }: Initiative): readonly string[] =>
  Object.values(milestones)
    .filter((milestone) => milestone.key && isOpen(milestone))
    .map(({ id }) => id);

const lastActual = ({ milestones }: Initiative): string | undefined =>
  Object.values(milestones)
    .filter(isReached)
    .map(({ reachedOn }) => reachedOn)
    .sort()
    .at(-1);

/**
 * Refuses `initiative/member-not-official` for a name that nobody of the house has or will have: a body of the constitution, a
 * partner's person, a program, a closed account. Whom nobody knows yet may still be invited, and is a member from that day.
 */
const mayBeMember = ({ user, context }: InitiativeCommand<'AddMember'>): void => {
  if (context.fromSource) return;
  const isBody = constitutionalParties.some((body) => body === user);
  if (isBody || context.mayJoin?.(user) === false) refuse('initiative/member-not-official', { user }, 'user');
};

/** Each value that differs from what is known. */
const changed = <T extends object>(wanted: T, known: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => value !== undefined && !sameValue(value, known[key as keyof T])),
  ) as Partial<T>;

export const initiativeRules: Rules = {
  PublishInitiative: (initiative, command) => {
    notInFuture(command, command.on, 'on');
    if (initiative.status !== 'draft') refuse('initiative/not-draft', { status: initiative.status });
    return [event('initiative.published.v1', { happenedOn: command.on })];
  },

  DescribeInitiative: (initiative, command) => {
    const { on, title, initiativeType, partnerTitle, audience, startedOn, context } = command;
    notInFuture(command, on, 'on');
    const { title: t, type, partnerTitle: p, audience: a, startedOn: known } = initiative;
    const differs = changed(
      { title, type: initiativeType, partnerTitle, audience, startedOn },
      { title: t, type, partnerTitle: p, audience: a, startedOn: known },
    );
    if (differs.startedOn !== undefined) {
      if (known !== undefined) refuse('initiative/already-started', { startedOn: known }, 'startedOn');
      if (!context.fromSource) notInFuture(command, differs.startedOn, 'startedOn');
      if (initiative.endedOn !== undefined && differs.startedOn > initiative.endedOn)
        refuse('date/out-of-order', { startedOn: differs.startedOn, endedOn: initiative.endedOn }, 'startedOn');
    }
    return Object.keys(differs).length === 0 ? [] : [event('initiative.described.v1', { happenedOn: on, ...differs })];
  },

  /**
   * The ledger books each day to the owner of that day, so owners follow one another in order. No entity takes an initiative
   * by itself: neither does a reviewer for the own one.
   */
  ChangeOwner: alsoInDraft((initiative, command) => {
    const { on, to, reason, context } = command;
    notInFuture(command, on, 'on');
    knownEntity(context, to, 'to');
    notSucceeded(context, to, on, 'to');
    if (to === initiative.owner) refuse('initiative/same-owner', { owner: to }, 'to');
    notOfParty(command, `entity:${to}`, 'access/four-eyes');
    notBefore(command, on, initiative.ownerSince, 'on');
    return [event('initiative.owner-changed.v1', { happenedOn: on, from: initiative.owner, to, reason })];
  }),

  AddMember: alsoInDraft((initiative, command) => {
    const { on, user, role } = command;
    notInFuture(command, on, 'on');
    if (find(initiative.members, user) === role) refuse('initiative/member-exists', { user, role }, 'user');
    mayBeMember(command);
    return [event('initiative.member-added.v1', { happenedOn: on, user, role })];
  }),

  RemoveMember: alsoInDraft((initiative, command) => {
    const { on, user } = command;
    notInFuture(command, on, 'on');
    if (find(initiative.members, user) === undefined) refuse('initiative/member-unknown', { user }, 'user');
    return [event('initiative.member-removed.v1', { happenedOn: on, user })];
  }),

  CompleteInitiative: whileOpen((initiative, command, kind) => {
    if (kind.endsByOutcome) refuse('initiative/no-outcome');
    const { on } = command;
    happened(initiative, command);
    notBefore(command, on, lastActual(initiative), 'on');
    const milestones = openKeyMilestones(initiative);
    if (milestones.length > 0 && !command.context.fromSource) refuse('initiative/open-milestones', { milestones });
    return [event('initiative.completed.v1', { happenedOn: on })];
  }),

  CancelInitiative: alsoInDraft((initiative, command) => {
    const { on, reason } = command;
    happened(initiative, command);
    notBefore(command, on, lastActual(initiative), 'on');
    return [event('initiative.cancelled.v1', { happenedOn: on, reason })];
  }),
};
