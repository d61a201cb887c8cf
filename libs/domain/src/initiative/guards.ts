import { isLocalDate } from '@masar/calendar';
import { isHandOf, isOwnEntity, refuse } from '@masar/contracts';
import type { LocalDate, RefusalCode, Role } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { InitiativeCommandType } from './commands.js';
import type { Rule } from './kind-rules.js';
import type { Initiative } from './state.js';

interface Asked {
  readonly on: LocalDate;
  readonly context: CommandContext;
}

/** Refuses `date/not-a-date`: the pattern of a body lets `2026-02-30` through. */
export const realDate = (date: unknown, path: string): LocalDate =>
  isLocalDate(date) ? date : refuse('date/not-a-date', { value: date }, path);

/** Refuses `date/in-future`, judged in the actor's zone, for whatever has happened; nothing overrules it. */
export const notInFuture = ({ context }: Asked, date: LocalDate, path: string): void => {
  realDate(date, path);
  if (date > context.today) refuse('date/in-future', { on: date, today: context.today }, path);
};

/** Refuses a date before another one with `code`; a source's own order stands. */
export const notBefore = (
  { context }: Asked,
  date: LocalDate,
  limit: LocalDate | undefined,
  path: string,
  code: RefusalCode = 'date/out-of-order',
): void => {
  if (limit !== undefined && date < limit && !context.fromSource) refuse(code, { date, notBefore: limit }, path);
};

/**
 * A fact of the initiative's own life: not in the future, and not before the stated start (`date/before-start`).
 * Without a stated start there is nothing to be before.
 */
export const happened = (initiative: Initiative, asked: Asked, date: LocalDate = asked.on, path = 'on'): void => {
  notInFuture(asked, date, path);
  notBefore(asked, date, initiative.startedOn, path, 'date/before-start');
};

const waived = ({ onlyAccount }: CommandContext['actor'], fromSource?: boolean): boolean =>
  onlyAccount === true || fromSource === true;

/**
 * Nobody decides what they asked for themselves, nor what was asked for in their name (definitions §11); waived while there is
 * only one account.
 */
export const fourEyes = ({ context }: Asked, asker: string, code: RefusalCode, inNameOf?: string): void => {
  const own = isHandOf(context.actor, asker) || (inNameOf !== undefined && isHandOf(context.actor, inNameOf));
  if (own && !waived(context.actor, context.fromSource)) refuse(code, { asker });
};

/** Nobody decides for a party of their own; waived while there is only one account. */
export const notOfParty = ({ context }: Asked, party: string, code: RefusalCode): void => {
  const { actor } = context;
  const own =
    (party.startsWith('entity:') && isOwnEntity(actor, party.slice('entity:'.length))) ||
    (actor.partner !== undefined && party === `partner:${actor.partner}`);
  if (own && !waived(actor, context.fromSource)) refuse(code, { party });
};

/** A reviewer never decides on an initiative owned by the own entity (definitions §11). */
export const notOfOwner = (initiative: Initiative, asked: Asked): void =>
  notOfParty(asked, `entity:${initiative.owner}`, 'access/four-eyes');

export const holdsRole = ({ actor }: CommandContext, ...roles: readonly Role[]): boolean =>
  actor.onlyAccount === true || roles.some((role) => actor.roles.includes(role));

const refuseClosed = ({ status, endedOn }: Initiative): never => refuse('initiative/closed', { status, endedOn });

/** For what belongs to the running initiative: refused in a draft and after the end, unless a source says so. */
export const whileOpen =
  <T extends InitiativeCommandType>(rule: Rule<T>): Rule<T> =>
  (initiative, command, kind) => {
    if (!command.context.fromSource) {
      if (initiative.status === 'draft') refuse('initiative/draft');
      if (initiative.status !== 'open') refuseClosed(initiative);
    }
    return rule(initiative, command, kind);
  };

/** For planning: also in a draft. */
export const alsoInDraft =
  <T extends InitiativeCommandType>(rule: Rule<T>): Rule<T> =>
  (initiative, command, kind) => {
    if (initiative.endedOn !== undefined && !command.context.fromSource) refuseClosed(initiative);
    return rule(initiative, command, kind);
  };

/** For what outlives the initiative (confirming, contests, rulings): refused in a draft alone. */
export const alsoAfterEnd =
  <T extends InitiativeCommandType>(rule: Rule<T>): Rule<T> =>
  (initiative, command, kind) => {
    if (initiative.status === 'draft' && !command.context.fromSource) refuse('initiative/draft');
    return rule(initiative, command, kind);
  };
