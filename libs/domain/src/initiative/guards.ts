import { entityOfParty, isHandOf, isOwnEntity, membershipRoles, refuse } from '@masar/contracts';
import type { LocalDate, RefusalCode, Role } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { notBefore, notInFuture, type Asked } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommandType } from './commands.js';
import type { Rule } from './kind-rules.js';
import type { Initiative } from './state.js';

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
    isOwnEntity(actor, entityOfParty(party)) || (actor.partner !== undefined && party === `partner:${actor.partner}`);
  if (own && !waived(actor, context.fromSource)) refuse(code, { party });
};

/** A reviewer never decides on an initiative owned by the own entity (definitions §11). */
export const notOfOwner = (initiative: Initiative, asked: Asked): void =>
  notOfParty(asked, `entity:${initiative.owner}`, 'access/four-eyes');

/** By himself, or as a member of this initiative: a membership gives roles of its own list alone (`access`). */
export const holdsRole = (
  { members }: Pick<Initiative, 'members'>,
  { actor }: CommandContext,
  ...roles: readonly Role[]
): boolean => {
  const given = membershipRoles.find((role) => role === find(members, actor.user));
  const held = given === undefined ? actor.roles : [...actor.roles, given];
  return actor.onlyAccount === true || roles.some((role) => held.includes(role));
};

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
