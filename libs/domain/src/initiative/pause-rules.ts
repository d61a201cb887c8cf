import { addDays, daysBetween, laterOf } from '@masar/calendar';
import { event, refuse } from '@masar/contracts';
import type { LocalDate } from '@masar/contracts';
import { notBefore, notInFuture, realDate } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { fourEyes, notOfOwner, whileOpen } from './guards.js';
import type { Rules } from './kind-rules.js';
import { knownParty } from './parties.js';
import type { Initiative, Pause } from './state.js';

/** The longest pause, and the longest renewal of one, in calendar days. */
export const longestPause = 92;
/** Working days before the request from which a grant may count. */
export const countsBeforeRequest = 5;

const pauseOf = (initiative: Initiative, id: string): Pause =>
  find(initiative.pauses, id) ?? refuse('pause/unknown', { pause: id }, 'pause');

/** Granted and perhaps since ended: its days `[on, until]` are paused days. */
const holdsDays = ({ status, on, until }: Pause): boolean =>
  (status === 'granted' || status === 'ended') && on <= until;

/** Refuses a day that another granted pause already holds. */
const noOverlap = (initiative: Initiative, own: string, from: LocalDate, until: LocalDate): void => {
  for (const [id, other] of Object.entries(initiative.pauses))
    if (id !== own && holdsDays(other) && other.on <= until && from <= other.until)
      refuse('pause/overlapping', { pause: id, on: other.on, until: other.until }, 'on');
};

const notTooLong = (from: LocalDate, until: LocalDate): void => {
  const days = daysBetween(from, until) + 1;
  if (days < 1) refuse('date/span-empty', { on: from, until }, 'until');
  if (days > longestPause) refuse('pause/too-long', { days, atMost: longestPause }, 'until');
};

const undecided = (initiative: Initiative, command: InitiativeCommand<'GrantPause' | 'RefusePause'>): Pause => {
  notInFuture(command, command.on, 'on');
  const pause = pauseOf(initiative, command.pause);
  if (pause.status !== 'undecided') refuse('pause/decided', { pause: command.pause, status: pause.status });
  fourEyes(command, pause.requester, 'pause/own-request', pause.requestedFor);
  notOfOwner(initiative, command);
  return pause;
};

/** The first day a grant gives: as asked, but at most five working days before the request was recorded (definitions §3). */
const firstDay = (initiative: Initiative, pause: Pause, { context }: InitiativeCommand<'GrantPause'>): LocalDate => {
  if (context.fromSource) return pause.on;
  const { directory } = context;
  const requested = context.localDate(pause.requestedAt, directory.zoneOf(initiative.owner));
  const earliest = directory.calendarOfEntity(initiative.owner).subtractWorkingDays(requested, countsBeforeRequest);
  return laterOf(pause.on, earliest);
};

const granted = (initiative: Initiative, id: string): Pause => {
  const pause = pauseOf(initiative, id);
  if (pause.status === 'undecided') refuse('pause/undecided', { pause: id });
  if (pause.status === 'refused') refuse('pause/decided', { pause: id, status: pause.status });
  if (pause.status === 'ended') refuse('pause/ended', { pause: id, until: pause.until });
  return pause;
};

/** Formal stops: asked for by the lead, granted, renewed before they end. A pause may be asked for ahead of its first day. */
export const pauseRules: Rules = {
  RequestPause: whileOpen((initiative, command) => {
    const { on, pause, until, reason, steps, party, context } = command;
    realDate(on, 'on');
    realDate(until, 'until');
    notBefore(command, on, initiative.startedOn, 'on', 'date/before-start');
    if (find(initiative.pauses, pause)) refuse('pause/exists', { pause }, 'id');
    const waiting = Object.entries(initiative.pauses).find(([, { status }]) => status === 'undecided');
    if (waiting) refuse('pause/undecided', { pause: waiting[0] });
    if (party !== undefined) knownParty(context, party);
    notTooLong(on, until);
    noOverlap(initiative, pause, on, until);
    const asked = { pause, on, until, reason, steps, ...(party && { party }) };
    return [event('pause.requested.v1', { happenedOn: on, ...asked })];
  }),

  GrantPause: whileOpen((initiative, command) => {
    const { on: happenedOn, pause: id, reason } = command;
    const pause = undecided(initiative, command);
    const on = firstDay(initiative, pause, command);
    if (on > pause.until) refuse('pause/lapsed', { pause: id, until: pause.until, countsFrom: on });
    noOverlap(initiative, id, on, pause.until);
    const given = { on, until: pause.until, ...(reason && { reason }) };
    return [event('pause.decided.v1', { happenedOn, pause: id, decision: 'granted', ...given })];
  }),

  RefusePause: whileOpen((initiative, command) => {
    const { on: happenedOn, pause: id, reason } = command;
    undecided(initiative, command);
    return [event('pause.decided.v1', { happenedOn, pause: id, decision: 'refused', ...(reason && { reason }) })];
  }),

  /** Granting more: up to the last paused day, by today's date, by somebody other than the requester; at most 92 further days. */
  RenewPause: whileOpen((initiative, command) => {
    const { on, pause: id, until, reason, context } = command;
    notInFuture(command, on, 'on');
    realDate(until, 'until');
    const pause = granted(initiative, id);
    const today = context.fromSource ? on : context.today;
    if (today > pause.until) refuse('pause/lapsed', { pause: id, until: pause.until });
    fourEyes(command, pause.requester, 'pause/own-request', pause.requestedFor);
    notOfOwner(initiative, command);
    const from = addDays(pause.until, 1);
    notTooLong(from, until);
    noOverlap(initiative, id, from, until);
    return [event('pause.renewed.v1', { happenedOn: on, pause: id, until, reason })];
  }),

  EndPause: whileOpen((initiative, command) => {
    const { on, pause: id } = command;
    notInFuture(command, on, 'on');
    const pause = granted(initiative, id);
    if (on < pause.on) refuse('date/out-of-order', { date: on, notBefore: pause.on }, 'on');
    if (on > pause.until) refuse('pause/lapsed', { pause: id, until: pause.until });
    return [event('pause.ended.v1', { happenedOn: on, pause: id })];
  }),
};
