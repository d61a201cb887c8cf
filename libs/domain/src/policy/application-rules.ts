import { event, refuse } from '@masar/contracts';
import { notBefore, notInFuture, realDate } from '../guards.js';
import { find } from '../initiative/by-id.js';
import type { InitiativeCommand } from '../initiative/commands.js';
import { alsoAfterEnd, alsoInDraft, fourEyes, happened, notOfParty, whileOpen } from '../initiative/guards.js';
import type { Rules } from '../initiative/kind-rules.js';
import { knownEntity } from '../initiative/parties.js';
import type { Initiative } from '../initiative/state.js';
import { inScope, policyOf } from './policy-state.js';
import type { Application } from './policy-state.js';

type OfEntity = InitiativeCommand<'RecordApplication' | 'ExemptEntity'>;

const appliesTo = (initiative: Initiative, { entity, on }: OfEntity): void => {
  if (!inScope(initiative, entity, on)) refuse('policy/entity-not-in-scope', { entity, on }, 'entity');
  const since = find(policyOf(initiative).exempt, entity);
  if (since !== undefined) refuse('policy/entity-exempt', { entity, since }, 'entity');
};

/** A declaration somebody else may still judge: neither the recorder nor anybody of the entity itself. */
const judgeable = (
  initiative: Initiative,
  command: InitiativeCommand<'VerifyApplication' | 'ReturnApplication'>,
): Application => {
  const { entity, on } = command;
  notInFuture(command, on, 'on');
  const application = find(policyOf(initiative).applications, entity);
  if (!application || application.status === 'returned') return refuse('policy/not-recorded', { entity }, 'entity');
  if (application.status === 'verified')
    refuse('policy/already-verified', { entity, on: application.decidedOn }, 'entity');
  fourEyes(command, application.recorder, 'access/four-eyes', application.recordedFor);
  notOfParty(command, `entity:${entity}`, 'access/four-eyes');
  notBefore(command, on, application.on, 'on');
  return application;
};

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

/** Scope, declared and verified application, exemption (definitions §9). */
export const applicationRules: Rules = {
  /** Entities left out leave the scope from `on`; what they declared stays on record. */
  SetScope: alsoInDraft((initiative, command) => {
    const { on, entities, context } = command;
    notInFuture(command, on, 'on');
    const repeated = twice(entities.map(({ entity }) => entity));
    if (repeated !== undefined) refuse('command/invalid', { entity: repeated }, 'entities');
    for (const { entity, dueOn } of entities) {
      knownEntity(context, entity, 'entities');
      realDate(dueOn, 'entities');
    }
    notBefore(command, on, policyOf(initiative).scopes.at(-1)?.from, 'on');
    const whole = entities.map(({ entity, dueOn, obligations }) => ({
      entity,
      dueOn,
      ...(obligations && { obligations: [...obligations] }),
    }));
    return [event('policy.scope-set.v1', { happenedOn: on, entities: whole })];
  }),

  RecordApplication: whileOpen((initiative, command) => {
    const { on, entity, state, evidence } = command;
    happened(initiative, command);
    appliesTo(initiative, command);
    const before = find(policyOf(initiative).applications, entity);
    notBefore(command, on, before?.decidedOn ?? before?.on, 'on');
    return [
      event('policy.application-recorded.v1', { happenedOn: on, entity, state, evidence: [...(evidence ?? [])] }),
    ];
  }),

  VerifyApplication: alsoAfterEnd((initiative, command) => {
    judgeable(initiative, command);
    return [event('policy.application-verified.v1', { happenedOn: command.on, entity: command.entity })];
  }),

  ReturnApplication: alsoAfterEnd((initiative, command) => {
    const { on, entity, reason } = command;
    judgeable(initiative, command);
    return [event('policy.application-returned.v1', { happenedOn: on, entity, reason })];
  }),

  ExemptEntity: whileOpen((initiative, command) => {
    const { on, entity, ground } = command;
    happened(initiative, command);
    appliesTo(initiative, command);
    return [event('policy.entity-exempted.v1', { happenedOn: on, entity, ground })];
  }),
};
