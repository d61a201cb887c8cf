import { entityOfParty, event, isOfEntity, partnerOfParty, refuse } from '@masar/contracts';
import type { LocalDate } from '@masar/contracts';
import type { BookedSpan } from '../command-context.js';
import { notInFuture, realDate } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand, RuledSpan } from './commands.js';
import { alsoAfterEnd, fourEyes, holdsRole, notOfOwner, notOfParty } from './guards.js';
import type { Rules } from './kind-rules.js';
import { knownParty } from './parties.js';
import type { Contest, Initiative } from './state.js';

/** Working days after an entry's recording (of a derived one: its last day booked) within which it can be contested. */
export const contestableFor = 15;

type Contesting = InitiativeCommand<'ContestEntry'>;

/**
 * The spans booked to the party that make up the contested one, or `contest/not-booked` where an active or waiting day is
 * somebody else's. A pause inside splits what the party sees as one entry: its days are passed over, since they stay paused
 * whatever is ruled (definitions §3: paused › ruling); of them alone there is nothing to contest unless they are the party's.
 */
const bookedTo = ({ party, from, to, context }: Contesting): readonly BookedSpan[] => {
  const spans = (context.ledger?.() ?? [])
    .filter((span) => span.from < to && from < span.to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const own = spans.filter((span) => span.party === party);
  let covered: LocalDate = from;
  for (const span of own.length > 0 ? spans : [])
    if ((span.party === party || span.bucket === 'paused') && span.from <= covered && span.to > covered)
      covered = span.to;
  if (covered < to) refuse('contest/not-booked', { party, from, to, missing: covered }, 'from');
  return own;
};

/** Somebody of the party, by a role that speaks for it: a reviewer is no voice of the entity he comes from. */
const isOfParty = (initiative: Initiative, { party, context }: Contesting): boolean =>
  party === `partner:${context.actor.partner}` ||
  (isOfEntity(context.actor, entityOfParty(party)) && holdsRole(initiative, context, 'member', 'lead', 'focal-point'));

/**
 * The party itself contests, or the cabinet office (reviewers) for a body without account: where people of its own may contest
 * here, silence is theirs to keep, and a reviewer who spoke for them would take himself out of the decision.
 */
const mayContest = (initiative: Initiative, command: Contesting): void => {
  const { party, context } = command;
  const { actor, fromSource } = context;
  const isAsked = !fromSource && !isOfParty(initiative, command);
  if (isAsked && !holdsRole(initiative, context, 'reviewer', 'administrator')) refuse('access/denied', { party });
  knownParty(context, party);
  const isRegistered = entityOfParty(party) !== undefined || partnerOfParty(party) !== undefined;
  if (isAsked && isRegistered && !actor.onlyAccount && context.hasPeople?.(party, initiative))
    refuse('contest/party-has-people', { party }, 'party');
};

const inTime = (initiative: Initiative, { context, party }: Contesting, spans: readonly BookedSpan[]): void => {
  const calendar = context.directory.calendarOf(party, initiative.owner);
  for (const { contestableFrom } of spans)
    if (calendar.workingDaysBetween(contestableFrom, context.today) > contestableFor && !context.fromSource)
      refuse('contest/too-late', {
        recordedOn: contestableFrom,
        until: calendar.addWorkingDays(contestableFrom, contestableFor),
      });
};

const undecided = (initiative: Initiative, id: string): Contest => {
  const contest = find(initiative.contests, id) ?? refuse('contest/unknown', { contest: id }, 'contest');
  if (contest.status !== 'undecided') refuse('contest/decided', { contest: id, status: contest.status });
  return contest;
};

/** A reviewer who is not of the contesting or the contested party, nor of the owner. */
const decidable = (initiative: Initiative, command: InitiativeCommand<'DismissContest' | 'RuleOnContest'>): Contest => {
  notInFuture(command, command.on, 'on');
  const contest = undecided(initiative, command.contest);
  fourEyes(command, contest.contester, 'contest/own-party', contest.contestedFor);
  notOfParty(command, contest.party, 'contest/own-party');
  notOfOwner(initiative, command);
  return contest;
};

const soundSpans = (contest: Contest, spans: readonly RuledSpan[]): void => {
  if (spans.length === 0) refuse('date/span-empty', {}, 'spans');
  for (const { from, to } of spans) {
    if (realDate(from, 'spans') >= realDate(to, 'spans')) refuse('date/span-empty', { from, to }, 'spans');
    if (from < contest.from || to > contest.to)
      refuse('contest/outside-span', { from, to, contested: { from: contest.from, to: contest.to } }, 'spans');
  }
  const ordered = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  ordered.slice(1).forEach((span, index) => {
    const before = ordered[index];
    if (before && span.from < before.to)
      refuse('contest/overlapping-spans', { from: span.from, to: before.to }, 'spans');
  });
};

/** Contests and rulings outlive the initiative: the days stay booked, so they stay contestable. */
export const contestRules: Rules = {
  ContestEntry: alsoAfterEnd((initiative, command) => {
    const { on, contest, party, from, to, reason } = command;
    notInFuture(command, on, 'on');
    if (realDate(from, 'from') >= realDate(to, 'to')) refuse('date/span-empty', { from, to }, 'to');
    mayContest(initiative, command);
    const spans = bookedTo(command);
    // Only now: an id that is taken tells of a contest, which may be another party's.
    if (find(initiative.contests, contest)) refuse('contest/exists', { contest }, 'id');
    const open = Object.entries(initiative.contests).find(
      ([, other]) => other.status === 'undecided' && other.party === party && other.from < to && from < other.to,
    );
    if (open) refuse('contest/exists', { contest: open[0] });
    inTime(initiative, command, spans);
    return [event('ledger.contested.v1', { happenedOn: on, contest, party, from, to, reason })];
  }),

  DismissContest: alsoAfterEnd((initiative, command) => {
    const { on, contest, reason } = command;
    decidable(initiative, command);
    return [event('ledger.contest-decided.v1', { happenedOn: on, contest, decision: 'dismissed', reason })];
  }),

  RuleOnContest: alsoAfterEnd((initiative, command) => {
    const { on, contest, spans, reason, context } = command;
    soundSpans(decidable(initiative, command), spans);
    spans.forEach(({ party }) => knownParty(context, party, 'spans'));
    return [
      event('ledger.contest-decided.v1', { happenedOn: on, contest, decision: 'ruled', spans: [...spans], reason }),
    ];
  }),
};
