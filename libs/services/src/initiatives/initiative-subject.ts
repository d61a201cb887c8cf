import { entityOfParty, type Role } from '@masar/contracts';
import { appointedRoles, type Subject } from '@masar/access';
import { isReached, policyOf, type Initiative, type InitiativeState } from '@masar/domain';
import type { GivenCommand } from '../platform/command-bus.js';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const own = <T>(things: Readonly<Record<string, T>>, id: string | undefined): T | undefined =>
  id !== undefined && Object.hasOwn(things, id) ? things[id] : undefined;

/** Whom an initiative is for and who works in it: all that seeing it depends on. Lists are made when somebody asks. */
export const seenAs = (initiative: Initiative): Subject => ({
  owner: initiative.owner,
  audience: initiative.audience,
  members: initiative.members as Readonly<Record<string, Role>>,
  get entities() {
    return Object.values(initiative.milestones).flatMap(({ party }) => entityOfParty(party) ?? []);
  },
  get booked() {
    const waitedOn = Object.values(initiative.waits).flatMap(({ party }) => entityOfParty(party) ?? []);
    const scopes = initiative.kind === 'policies' ? policyOf(initiative).scopes : [];
    return [...waitedOn, ...scopes.flatMap(({ entities }) => entities)];
  },
});

type Asked = Pick<Subject, 'concerns' | 'askedBy' | 'addressedTo'>;
const asked = (concerns: string | undefined, ...askedBy: readonly (string | undefined)[]): Asked => ({
  ...(concerns === undefined ? {} : { concerns }),
  askedBy: askedBy.flatMap((user) => user ?? []),
});

/** Whom an obstacle, or the note another one is about, was put to. */
const addresseeOf = ({ facts }: Initiative, command: GivenCommand): string | undefined => {
  const { blocker, about } = { blocker: textOf(command['blocker']), about: textOf(command['about']) };
  for (const { type, data } of facts) {
    if (type === 'blocker.raised.v1' && command.type === 'ResolveBlocker' && data.blocker === blocker)
      return data.decider;
    if (type === 'note.added.v1' && command.type === 'AddNote' && data.note === about?.replace(/^notes\//, ''))
      return data.to;
  }
  return undefined;
};

/** The entity a recorded fact is about: its party, or that of the milestone it speaks of. */
const concernedBy = (initiative: Initiative, version: unknown): string | undefined => {
  const data = initiative.facts[Number(version) - 1]?.data as Readonly<Record<string, unknown>> | undefined;
  const milestone = own(initiative.milestones, textOf(data?.['milestone']));
  return entityOfParty(data?.['party']) ?? textOf(data?.['entity']) ?? (milestone && entityOfParty(milestone.party));
};

/** Whose the one record is that a command speaks about, and who asked for it: what four eyes look at. */
const recordOf = (initiative: Initiative, command: GivenCommand): Asked => {
  const named = (field: string) => textOf(command[field]);
  const milestone = own(initiative.milestones, named('milestone'));
  const contest = own(initiative.contests, named('contest'));
  const pause = own(initiative.pauses, named('pause'));
  const correction = own(initiative.corrections, named('correction'));
  const addressedTo = (named('blocker') ?? named('about')) ? addresseeOf(initiative, command) : undefined;
  if (addressedTo !== undefined) return { ...asked(entityOfParty(addressedTo)), addressedTo };
  // Who contests may name one that is there already; whose days he speaks of is what he says.
  if (contest && command.type !== 'ContestEntry')
    return asked(entityOfParty(contest.party), contest.contester, contest.contestedFor);
  if (pause) return asked(undefined, pause.requester, pause.requestedFor);
  if (correction) return asked(undefined, correction.requester, correction.requestedFor);
  if (command.type === 'RequestCorrection') return asked(concernedBy(initiative, command['version']));
  if (initiative.kind === 'policies' && named('entity') !== undefined) {
    const application = own(policyOf(initiative).applications, named('entity'));
    return asked(named('entity'), application?.recorder, application?.recordedFor);
  }
  const party = entityOfParty(command['party']) ?? (milestone && (entityOfParty(milestone.party) ?? initiative.owner));
  const change = milestone && own(milestone.changes, named('change'));
  if (change) return asked(party, change.requester, change.requestedFor);
  const reported = milestone && isReached(milestone) ? milestone : undefined;
  return asked(party ?? named('entity'), reported?.reporter, reported?.reportedFor);
};

/** The role a command gives or takes away: of two, the one that judges the team. */
const givenRole = (initiative: Initiative, { type, role, user }: GivenCommand): Pick<Subject, 'gives'> => {
  if (type !== 'AddMember' && type !== 'RemoveMember') return {};
  const held = own(initiative.members, textOf(user)) as Role | undefined;
  const gives = held !== undefined && appointedRoles.includes(held) ? held : ((role as Role | undefined) ?? held);
  return gives === undefined ? {} : { gives };
};

/** What a command is about, for the table of rights. */
export const subjectOfInitiative = (state: InitiativeState, command: GivenCommand): Subject => {
  if (state.status === 'unregistered') {
    const owner = textOf(command['owner']);
    return owner === undefined ? {} : { owner };
  }
  return Object.assign(seenAs(state), recordOf(state, command), givenRole(state, command));
};
